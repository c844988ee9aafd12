/** Everything that was opened. It is closed in the reverse order. */
export interface Closings {
  /** Adds the function that closes `what`. */
  add(what: string, close: () => Promise<unknown>): void
  /**
   * Closes everything, the last opened first, and nothing twice. If one thing cannot be closed, the others are closed
   * all the same. Returns the failures, one sentence each.
   */
  close(): Promise<readonly string[]>
}

/** Creates an empty list. */
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
