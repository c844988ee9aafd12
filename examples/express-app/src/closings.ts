/** Closes what was opened, the last first. */
export interface Closings {
  /** Remembers how `what` is closed. */
  add(what: string, close: () => Promise<unknown>): void
  /**
   * Closes each thing once the later ones are closed. What cannot be closed keeps nothing else open; then it rejects with one
   * sentence in the end.
   */
  close(): Promise<void>
}

/** Nothing is open yet. */
export function createClosings(): Closings {
  const open: { readonly what: string; readonly close: () => Promise<unknown> }[] = []
  return {
    add: (what, close) => void open.push({ what, close }),
    async close() {
      const failures: string[] = []
      for (let last = open.pop(); last; last = open.pop()) {
        const { what, close } = last
        await close().catch((error: unknown) => void failures.push(`${what} could not be closed: ${messageOf(error)}`))
      }
      if (failures.length > 0) throw new Error(failures.join('; '))
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
