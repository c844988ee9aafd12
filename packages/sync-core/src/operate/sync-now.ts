import { errAsync, ok, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { keepTrying } from '../run/keep-trying'
import { startJournaledRun } from '../run/start-run'
import type { Hints } from '../run/hints'
import { syncRecord } from '../handle/sync-record'
import { withLease } from '../run/with-lease'
import { invalidChange, isIdentityType } from '../invalid-change'
import { normalizeId } from '../key'
import { noteRevisit } from '../receive/note-and-ring'
import type { EntityRef, Outcome } from '../types'

/** Handles one record at once, for a caller who waits. Nothing is noted: what fails is the caller's to try again. */
export function syncNow(context: SyncContext, ref: EntityRef, hints: Hints): ResultAsync<Outcome, SyncError> {
  const id = normalizeId(ref.id)
  if (!id) return errAsync(invalidChange('id', 'is not a GUID'))
  if (!isIdentityType(hints.type)) return errAsync(invalidChange('type', 'is neither person nor organization'))
  const key = { company: context.company, kind: ref.kind, id }
  const occasion = { trigger: 'direct' as const, attempt: 1 }
  return withLease(context, key, (hold) =>
    startJournaledRun(context, hold, occasion, (run) => syncRecord(run, hints)),
  ).andThen(({ result, revisitAt }) =>
    keepTrying(context, () => noteRevisit(context, key, revisitAt))
      .orElse((error) => {
        context.logger.warn(
          { company: context.company, error: error.kind },
          'a later visit of a record could not be noted',
        )
        return ok(undefined)
      })
      .andThen(() => result),
  )
}
