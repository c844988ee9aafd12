/** A secret that was written out, and where. */
export interface Leak {
  /** Enough of the secret to know which one it is. */
  readonly secret: string
  /** The line it stood in, the secret masked. */
  readonly line: string
}

// Shorter ones cannot be told from ordinary words.
const shortest = 6

/** Every line of `output` that holds one of `secrets`, as it is or URL-encoded. */
export function findLeaks(output: string, secrets: readonly string[]): Leak[] {
  const wanted = [...new Set(secrets)].filter((secret) => secret.length >= shortest)
  const lines = output.split('\n')
  return wanted.flatMap((secret) => leaksOf(secret, lines))
}

function leaksOf(secret: string, lines: readonly string[]): Leak[] {
  const forms = [secret, encodeURIComponent(secret)]
  const mask = `${secret.slice(0, 3)}…`
  return lines
    .filter((line) => forms.some((form) => line.includes(form)))
    .map((line) => ({ secret: mask, line: forms.reduce((text, form) => text.replaceAll(form, mask), line) }))
}
