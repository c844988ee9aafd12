import type { ChangeEvent, IdentityType } from '../types'

/** What the sender of a change has said about the record; none of it is taken for true. */
export interface Hints {
  readonly event?: ChangeEvent
  readonly type?: IdentityType
}
