import picocolors from 'picocolors'
import type { Io, Output } from '../io'

/** How text looks at the place it goes to. */
export interface Style {
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Columns of the terminal. Absent: it is none, and lines may be of any length. */
  readonly columns?: number
}

const COLUMNS = 80

/** Colours on a terminal alone, and not where `NO_COLOR` is set (https://no-color.org). */
export function styleOf(output: Output, env: Io['env']): Style {
  const isTerminal = output.isTTY === true
  const hasColors = isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  const colors = picocolors.createColors(hasColors)
  return isTerminal ? { colors, columns: output.columns || COLUMNS } : { colors }
}
