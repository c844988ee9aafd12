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

/** The same object, whose methods' time from call to answer goes into the ledger as `name.method`. */
export function timed<T extends object>(target: T, name: string, ledger: Ledger): T {
  return new Proxy(target, {
    get(from, member, receiver) {
      const value: unknown = Reflect.get(from, member, receiver)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        const startedAt = performance.now()
        const answer: unknown = Reflect.apply(value, from, args)
        const note = () => ledger.add(`${name}.${String(member)}`, performance.now() - startedAt)
        void Promise.resolve(answer).then(note, note)
        return answer
      }
    },
  })
}
