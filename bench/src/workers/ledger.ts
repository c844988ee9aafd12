/** How often something was done, and how long that took altogether. */
export interface Spent {
  readonly times: number
  readonly ms: number
}

/** Where a process's time goes, by name. */
export interface Ledger {
  add(name: string, ms: number): void
  /** What was added since the last call. */
  take(): Readonly<Record<string, Spent>>
}

/** An empty ledger. */
export function createLedger(): Ledger {
  let entries = new Map<string, Spent>()
  return {
    add(name, ms) {
      const before = entries.get(name) ?? { times: 0, ms: 0 }
      entries.set(name, { times: before.times + 1, ms: before.ms + ms })
    },
    take() {
      const taken = Object.fromEntries(entries)
      entries = new Map()
      return taken
    },
  }
}
