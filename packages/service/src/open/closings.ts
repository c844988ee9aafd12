/** What was opened, to be closed in the reverse order. */
export interface Closings {
  /** Remembers how `what` is closed. */
  add(what: string, close: () => Promise<unknown>): void
  /**
   * Closes each thing once the later ones are closed, and nothing twice. What cannot be closed keeps nothing else open, and is answered, a
   * sentence each.
   */
  close(): Promise<readonly string[]>
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
      return failures
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
