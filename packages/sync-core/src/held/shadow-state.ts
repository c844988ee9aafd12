import type { ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'

/** Knows whether the company has been in shadow before. */
export interface ShadowMark {
  /**
   * In shadow, records that. In any other mode, ends a shadow that was before: every record that was noted in it is
   * noted again, and remembered as one that somebody may have typed into Siagh. Asks the store once, and again after
   * `forget`. Called before a record's lease is taken.
   */
  confirm(): ResultAsync<void, SyncError>
  /** The next `confirm` asks the store again: another process may still be in shadow. */
  forget(): void
}
