/** Splits pairs as Siagh does: at every `|`, and each at its first `=`. */
export function splitPairs(text: string): [name: string, value: string][] {
  return text.split('|').map((pair) => {
    const [name = '', ...rest] = pair.split('=')
    return [name, rest.join('=')]
  })
}
