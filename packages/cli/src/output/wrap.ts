import stringWidth from 'string-width'

/**
 * A text in lines of at most `columns`, broken between words; from the second line on, `indent` stands in front. A word that is longer
 * keeps its line for itself, since it may be an id or an address that is there to be copied. Without `columns` the text stays whole.
 */
export function wrap(text: string, columns: number | undefined, indent = ''): string {
  if (columns === undefined || stringWidth(text) <= columns) return text
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || stringWidth(longer) <= columns) line = longer
    else {
      lines.push(line)
      line = `${indent}${word}`
    }
  }
  return [...lines, line].join('\n')
}
