import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from './run'
import type { SyncError } from '../errors'
import { probeCrm } from '../reading/probe-crm'
import { findFault } from './find-fault'
import type { Hints } from './hints'

/**
 * Confirms that a record is gone after the CRM did not show it. Nobody has seen what the CRM answers for a missing
 * id. `unreadable`: the error, if the answer was an error. Then the record counts as gone only if the CRM has
 * reported the deletion and another call to the CRM succeeds. If the CRM says that there is no such record, and has
 * not reported a deletion, another call tests the CRM: a proxy in front of a CRM that is away may answer 404 to
 * everything.
 */
export function confirmGone(
  run: Pick<Run, 'crm'>,
  hints: Hints,
  unreadable: SyncError | undefined,
): ResultAsync<null, SyncError> {
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
