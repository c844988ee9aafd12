import type { Dialect } from '../dialect/dialect'
import type { Random } from '../random'

/** What objects are made with. */
export interface Making {
  readonly random: Random
  readonly dialect: Dialect
}
