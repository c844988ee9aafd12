import { errAsync, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { startJournaledRun } from '../run/start-run'
import type { Hints } from '../run/hints'
import { syncRecord } from '../handle/sync-record'
import { withLease } from '../run/with-lease'
import { normalizeId } from '../key'
import { noteRevisit } from '../receive/note-and-ring'
import type { EntityRef, Outcome } from '../types'

/** Handles one record at once, for a caller who waits. Nothing is noted: what fails is the caller's to try again. */
export function syncNow(context: SyncContext, ref: EntityRef, hints: Hints): ResultAsync<Outcome, SyncError> {
  const id = normalizeId(ref.id)
  if (!id) {
    const issue = { path: 'id', message: 'is not a GUID' }
    return errAsync({ kind: 'invalid_change', retryable: false, message: 'id is not a GUID', issues: [issue] })
  }
  const key = { company: context.company, kind: ref.kind, id }
  const occasion = { trigger: 'direct' as const, attempt: 1 }
  return withLease(context, key, (lease) =>
    startJournaledRun(context, lease, occasion, (run) => syncRecord(run, hints)),
  ).andThen(({ result, revisitAt }) => noteRevisit(context, key, revisitAt).andThen(() => result))
}
