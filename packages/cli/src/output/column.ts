import type { Style } from './style'

/** A column of a table. */
export interface Column {
  readonly head: string
  readonly align?: 'right'
  /** Never shortened: ids are there to be copied. */
  readonly isWhole?: boolean
  readonly paint?: (text: string, style: Style) => string
}
