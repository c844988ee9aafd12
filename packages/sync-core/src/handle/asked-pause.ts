const LONGEST_MS = 15 * 60_000

/** How long to wait because a server asks for it: at most 15 minutes, since one that is wrong must not stop a record for good. */
export function askedPauseMs({ retryAfterMs = 0 }: { readonly retryAfterMs?: number }): number {
  return Math.min(Math.max(retryAfterMs, 0), LONGEST_MS)
}
