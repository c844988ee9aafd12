const LONGEST_MS = 15 * 60_000

/**
 * How long to wait because a server asks for it, in milliseconds. At most 15 minutes: a wrong server must not stop a
 * record for ever.
 */
export function askedPauseMs({ retryAfterMs = 0 }: { readonly retryAfterMs?: number }): number {
  return Math.min(Math.max(retryAfterMs, 0), LONGEST_MS)
}
