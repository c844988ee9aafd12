import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { probeCrm } from '../reading/probe-crm'
import { findFault } from './find-fault'
import type { Hints } from './hints'

/**
 * Whether a record that the CRM did not show is gone. What a missing id is answered with is unknown: `unreadable` is the failure
 * where it was one. A server that stands in front of a CRM that is away may answer 404 to everything, so the CRM is asked for
 * something else before its word counts, unless it has told of the deletion itself.
 */
export function confirmGone(run: Run, hints: Hints, unreadable: SyncError | undefined): ResultAsync<null, SyncError> {
  return safeTry(async function* () {
    const isDeleted = hints.event === 'delete'
    if (unreadable) {
      const gone = isDeleted && (await findFault(run, unreadable)) === 'record'
      return gone ? ok(null) : err(unreadable)
    }
    if (!isDeleted) yield* probeCrm(run.crm)
    return ok(null)
  })
}
