import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { HeldChange } from '../ports/store'
import type { Outcome } from '../types'
import type { PlannedWrite } from './planned-write'

/** What an operator decides about a held write. */
export type HeldVerdict = 'released' | 'refused'

/** The result of a verdict. */
export type HeldVerdictEnd =
  | HeldVerdict
  /** Nothing of this record is held. */
  | 'not_held'
  /** Another content is held now than the operator has seen. */
  | 'changed'
  /** It is not known yet what will be sent, because the document's customer is held. */
  | 'waits_for_customer'

/** How a release of everything has ended. */
export interface ReleasedAll {
  readonly released: number
  /** Documents that wait for their customers. They are held again when their customers are in Siagh. */
  readonly waiting: number
  /** Records that a worker has at the moment. */
  readonly busy: number
}

/** What is held of a record, and what would be sent now. */
export interface ShownHeld {
  /** What the store has. `null`: nothing of this record is held. */
  readonly held: HeldChange | null
  /** What would be sent now. Absent: nothing would be sent. */
  readonly planned?: PlannedWrite
  /** The fingerprint of what would be sent now, for `release` and `refuse`. */
  readonly fingerprint?: string
  /** Whether something else would be sent now than is held. Then a release sends nothing: the new state is held. */
  readonly isChanged: boolean
  /**
   * Whether two runs, one right after the other, would send something different: a rule that is a function returns
   * something else each time. Such a write is never released, because a release is for exactly one content.
   */
  readonly isUnstable: boolean
  /** How a run would end now: without a write, or with an error. */
  readonly result: Result<Outcome, SyncError>
}
