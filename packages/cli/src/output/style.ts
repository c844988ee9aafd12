import picocolors from 'picocolors'
import type { Io, Output } from '../io'
import type { Speech } from '../speech/speech'

/** How text looks at the place it goes to. */
export interface Style {
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Columns of the terminal. Absent: it is none, and lines may be of any length. */
  readonly columns?: number
  /** The language that it is in. */
  readonly speech: Speech
}

const COLUMNS = 80

/** Colours on a terminal alone, and not where `NO_COLOR` is set (https://no-color.org). */
export function hasColors(output: Output, env: Io['env']): boolean {
  return output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}

/** How text looks that goes there. */
export function styleOf(output: Output, env: Io['env'], speech: Speech): Style {
  const isTerminal = output.isTTY === true
  const colors = picocolors.createColors(hasColors(output, env))
  return { colors, speech, ...(isTerminal && { columns: output.columns || COLUMNS }) }
}
