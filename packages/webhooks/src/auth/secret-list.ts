const shortest = 16

/**
 * The secrets as a list. Throws when there is none, or when a secret is short enough to be guessed. The message never
 * repeats a secret.
 */
export function secretList(secrets: string | readonly string[], owner: string): readonly string[] {
  const list: readonly unknown[] = typeof secrets === 'string' ? [secrets] : secrets
  if (!Array.isArray(list) || list.length === 0) {
    throw new TypeError(`${owner} needs at least one secret: take a new one from a random source.`)
  }
  if (!list.every((secret) => typeof secret === 'string' && secret.length >= shortest)) {
    throw new TypeError(
      `${owner} needs secrets of at least ${shortest} characters: take a new one from a random source.`,
    )
  }
  return list.map(String)
}

/** Returns a function that replaces the secrets in a text: as they are, and as a URL or JSON writes them. */
export function maskOf(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    // The longest secret comes first. So if one secret contains another, no rest of it remains.
    .sort((a, b) => b.length - a.length)
  return (text) => spellings.reduce((masked, spelling) => masked.replaceAll(spelling, '***'), text)
}
