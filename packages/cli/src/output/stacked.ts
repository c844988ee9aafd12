import stringWidth from 'string-width'
import { isolate } from './isolate'
import type { Style } from './style'
import type { Column } from './column'
import { wrap } from './wrap'

const INDENT = '    '

/**
 * The rows of a table that is too wide for its terminal: what is never shortened on one line, below another all the rest that there is, each
 * with its head.
 */
export function stacked(style: Style, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))))
  return rows
    .map((row) => {
      const firsts = columns.flatMap(({ isWhole, align }, at) => {
        if (isWhole !== true) return []
        const blanks = ' '.repeat((widths[at] ?? 0) - stringWidth(row[at] ?? ''))
        return [align === 'right' ? blanks + isolate(row[at] ?? '') : isolate(row[at] ?? '') + blanks]
      })
      const others = columns.flatMap(({ head, isWhole, paint }, at) => {
        const text = row[at] ?? ''
        if (isWhole === true || text === '') return []
        return [`${isolate(head)}: ${paint?.(isolate(text), style) ?? isolate(text)}`]
      })
      const below = others.length === 0 ? [] : [wrap(`${INDENT}${style.speech.list(others)}`, style.columns, INDENT)]
      return [firsts.join('  ').trimEnd(), ...below].join('\n')
    })
    .join('\n')
}
