import type { Progress } from '../long-work/progress'
import type { EntityKind } from '../types'

/** Which changes to look for. */
export interface CatchUpOptions {
  /** On the CRM's clock. Default: the stored mark; where there is none, the CRM's newest change, so that only later ones count. */
  readonly since?: Date
  /** Ends it after the page under way; the mark stands where the notes end. */
  readonly signal?: AbortSignal
}

/** What a catch-up came to. */
export interface CatchUpReport {
  /** `false`: the signal ended it. */
  readonly complete: boolean
  /** `find`: changed records alone. `walk`: the CRM refuses `find`, so every identity was noted, and no document could be. */
  readonly by: 'find' | 'walk'
  /** Notes, by kind. */
  readonly noted: Readonly<Record<EntityKind, number>>
  /** Kinds that the CRM refuses to be asked for by `find`. */
  readonly refused: readonly ('person' | 'organization' | 'invoice' | 'quote')[]
  /** Where the next one begins, on the CRM's clock. Absent: the CRM holds no record. */
  readonly mark?: Date
}

/** What a catch-up tells on its way. `finished` is the last. */
export type CatchUpEvent =
  | { readonly kind: 'progress'; readonly entity: EntityKind; readonly progress: Progress }
  | { readonly kind: 'finished'; readonly report: CatchUpReport }
