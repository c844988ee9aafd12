import cliTruncate from 'cli-truncate'
import { markdownTable } from 'markdown-table'
import stringWidth from 'string-width'
import type { Column } from './column'
import { fitWidths } from './fit-widths'
import { isolate } from './isolate'
import { stacked } from './stacked'
import type { Style } from './style'

// Two borders, and a blank on each side of a cell.
const frameOf = (columns: number) => 3 * columns + 1

/**
 * A table as text. On a terminal it is as wide as that at most, and text from right to left stays in its column; where its columns have no
 * room beside one another, they stand below one another. Elsewhere nothing is shortened. Widths are those of the characters on the screen: a half-space or a vowel mark has none.
 */
export function table(style: Style, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const plain = [columns.map(({ head }) => head), ...rows.map((row) => row.map(oneLine))]
  const wanted = columns.map(({ isWhole = false, narrowest }, at) => ({
    width: Math.max(...plain.map((row) => stringWidth(row[at] ?? ''))),
    isWhole,
    ...(narrowest !== undefined && { narrowest }),
  }))
  const room = style.columns === undefined ? Infinity : style.columns - frameOf(columns.length)
  const widths = style.columns === undefined ? [] : fitWidths(wanted, room)
  if (widths.reduce((sum, width) => sum + width, 0) > room)
    return stacked(
      style,
      columns,
      rows.map((row) => row.map(oneLine)),
    )
  const drawn = plain.map((row, line) =>
    row.map((text, at) => {
      const cell = drawCell(text, widths[at])
      return line === 0 ? style.colors.bold(cell) : (columns[at]?.paint?.(cell, style) ?? cell)
    }),
  )
  return markdownTable(drawn, { align: columns.map(({ align }) => align), stringLength: stringWidth })
}

function drawCell(text: string, width: number | undefined): string {
  return width === undefined ? text : isolate(cliTruncate(text, width))
}

/** What Siagh and the CRM hold was typed by people, and may hold anything: line breaks, a bar, sequences that steer a terminal. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll('|', '¦')
    .trim()
}
