const EVERY_MS = 40

/** Resolves when `holds` does; `look` sees each time. Rejects after `limitMs`, naming what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { limitMs = 30_000, look = () => {} }: { readonly limitMs?: number; readonly look?: () => void } = {},
): Promise<void> {
  const end = Date.now() + limitMs
  while (!(await holds())) {
    look()
    if (Date.now() > end) throw new Error(`${what}: not within ${limitMs / 1000} s`)
    await pause(EVERY_MS)
  }
  look()
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
