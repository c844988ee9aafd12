import stringWidth from 'string-width'
import type { Style } from './style'

const PROSE_COLUMNS = 120

/** A paragraph in lines that fit the terminal; elsewhere in lines that can be read. */
export function paragraph({ columns = PROSE_COLUMNS }: Pick<Style, 'columns'>, text: string): string {
  return wrap(text, columns)
}

/** Several paragraphs. A command that is there to be copied has a line of its own, with two blanks before it, and stays whole. */
export function paragraphs(style: Pick<Style, 'columns'>, text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('  ') ? line : paragraph(style, line)))
    .join('\n')
}

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
