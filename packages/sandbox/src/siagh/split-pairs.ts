/**
 * Splits `name=value|name=value` as Siagh does: every `|` starts a new pair, there is no escape, the first `=` of a pair ends
 * its name, and a later pair replaces an earlier one of the same name. So a value that holds `|` injects pairs.
 */
export const splitPairs = (text: string): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>()
  for (const pair of text.split('|')) {
    const end = pair.indexOf('=')
    if (end > 0) pairs.set(pair.slice(0, end), pair.slice(end + 1))
  }
  return pairs
}
