import type { Progress } from '../long-work/progress'
import type { EntityKind, FoundKind } from '../types'

/** Which changes a catch-up looks for. */
export interface CatchUpOptions {
  /**
   * A time on the CRM's clock. Default: the stored mark. If there is no mark, the time of the CRM's newest change, so
   * that only later changes count.
   */
  readonly since?: Date
  /** Ends the catch-up after the current page. The mark stays at the last change that was noted. */
  readonly signal?: AbortSignal
}

/** The result of a catch-up. */
export interface CatchUpReport {
  /** `false`: the signal ended the catch-up. */
  readonly complete: boolean
  /**
   * `find`: only changed records were noted. `walk`: the CRM refuses `find`, so every identity was noted, and no
   * document could be noted.
   */
  readonly by: 'find' | 'walk'
  /** How many records were noted, by kind. */
  readonly noted: Readonly<Record<EntityKind, number>>
  /** Kinds for which the CRM refuses `find`. */
  readonly refused: readonly FoundKind[]
  /** Where the next catch-up begins, on the CRM's clock. Absent: the CRM holds no record. */
  readonly mark?: Date
}

/** What a catch-up reports while it works. `finished` is the last event. */
export type CatchUpEvent =
  | { readonly kind: 'progress'; readonly entity: EntityKind; readonly progress: Progress }
  | { readonly kind: 'finished'; readonly report: CatchUpReport }
