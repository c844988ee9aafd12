import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable, SyncError } from '../errors'
import type { Hold } from '../run/hold'
import type { Trigger } from '../types'

/**
 * Stops the updates of contacts once Siagh has made a new contact instead of changing the named one. Without this, every
 * changed identity would get a second contact, and a third. The store remembers the stop, so it holds in every process.
 *
 * Until the first update of a store has succeeded, one update is under way at a time, in all processes together. So an
 * installation that cannot update makes one contact too many, and not one for each worker.
 */
export interface UpdateGuard {
  /**
   * Sends the update of the contact with this code, if contacts may be updated. `rejected`: they are stopped. Only the
   * contact whose update has made a new one may be updated then, and only if an operator retries it. Its success ends
   * the stop. `busy`: another process is making the first update of this store.
   */
  update(run: UpdatingRun, code: number, send: SendUpdate): ResultAsync<void, SyncError>
  /** Reads what other processes have found out. `true`: contacts are updated. `false`: nobody knows, or they are not. */
  refresh(): ResultAsync<boolean, StoreUnavailable>
}

/** The run that updates a contact. */
export interface UpdatingRun {
  readonly trigger: Trigger
  readonly hold: Hold
}

/** Sends an update. */
export type SendUpdate = () => ResultAsync<void, SyncError>
