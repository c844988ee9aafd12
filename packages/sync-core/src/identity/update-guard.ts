import type { SyncError } from '../errors'

/**
 * Stops the updates of contacts once Siagh has made a new contact instead of changing the named one. Without this, every
 * changed identity would get a second contact, and a third.
 */
export interface UpdateGuard {
  /**
   * Whether the contact with this code may be updated. `false`: the update of another contact has made a new one. That
   * other contact may be updated again, because a person has retried it, and its success ends the stop.
   */
  readonly mayUpdate: (code: number) => boolean
  /** Notes the end of an update. */
  readonly ended: (code: number, error?: SyncError) => void
}

/** Creates a guard that stops nothing. It forgets a stop when the process ends. */
export function createUpdateGuard(): UpdateGuard {
  let stoppedBy: number | undefined
  return {
    mayUpdate: (code) => stoppedBy === undefined || stoppedBy === code,
    ended(code, error) {
      if (error === undefined) stoppedBy = undefined
      else if (madeAnother(error)) stoppedBy = code
    },
  }
}

function madeAnother(error: SyncError): boolean {
  return error.kind === 'rejected' && error.words?.code === 'made_another'
}
