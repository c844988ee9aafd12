import stringWidth from 'string-width'
import { isolateIn } from './isolate'
import type { Style } from './style'

/** Lines of a name and what it is, the second of all of them in one column. */
export function beside(style: Style, names: readonly string[], values: readonly string[]): string[] {
  const width = Math.max(...names.map((name) => stringWidth(name)))
  return names.map((name, at) => `${padded(style, name, width)} ${values[at] ?? ''}`)
}

/** A text with blanks behind it, as wide on the screen as `width`. */
export function padded(style: Style, text: string, width: number): string {
  return isolateIn(style, text) + ' '.repeat(Math.max(width - stringWidth(text), 0))
}
