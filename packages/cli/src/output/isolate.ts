import type { Output } from '../io'
import type { Style } from './style'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'

/** Hebrew, Arabic and their presentation forms: letters that turn the direction of a line. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/**
 * Text that keeps its own direction. Without it, a terminal that knows about bidirectional text takes two Persian cells and what
 * stands between them for one run, and shows the columns in the reverse order (https://www.unicode.org/reports/tr9, isolates).
 */
export function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text
}

/** The same on a terminal; in a file the marks would break a search. */
export function isolateIn({ columns }: Pick<Style, 'columns'>, text: string): string {
  return columns === undefined ? text : isolate(text)
}

/** Text without the marks of direction that a message has around the words of another program. For files and table cells. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}

/** The same for an output that is no terminal. */
export function forOutput({ isTTY }: Pick<Output, 'isTTY'>, text: string): string {
  return isTTY === true ? text : withoutIsolates(text)
}
