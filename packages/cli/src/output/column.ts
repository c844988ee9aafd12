import type { Style } from './style'

/** A column of a table. */
export interface Column {
  readonly head: string
  readonly align?: 'right'
  /** Never shortened: ids are there to be copied. */
  readonly isWhole?: boolean
  /** The narrowest that it may be on a terminal; a table without that room is stacked. Default 8. */
  readonly narrowest?: number
  readonly paint?: (text: string, style: Style) => string
}
