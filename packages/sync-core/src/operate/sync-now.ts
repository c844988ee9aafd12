import { errAsync, ok, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { keepTrying } from '../run/keep-trying'
import { finishRun } from '../run/finish-run'
import { startRun } from '../run/start-run'
import type { Hints } from '../run/hints'
import { syncRecord } from '../handle/sync-record'
import { withRecord } from '../run/with-record'
import { invalidChange, isIdentityType } from '../invalid-change'
import { normalizeId } from '../key'
import { noteRevisit } from '../receive/note-and-ring'
import type { EntityRef, Outcome } from '../types'

/** Handles one record now, for a caller who waits. Notes nothing: after an error the caller has to try again. */
export function syncNow(context: RunContext, ref: EntityRef, hints: Hints): ResultAsync<Outcome, SyncError> {
  const id = normalizeId(ref.id)
  if (!id) return errAsync(invalidChange('id', 'is not a GUID'))
  if (!isIdentityType(hints.type)) return errAsync(invalidChange('type', 'is neither person nor organization'))
  const key = { company: context.company, kind: ref.kind, id }
  const occasion = { trigger: 'direct' as const, attempt: 1 }
  return context.shadow
    .confirm()
    .andThen(() =>
      withRecord(context, key, (held) =>
        startRun(context, held, occasion, (run) => syncRecord(run, hints)).andThen((done) =>
          finishRun(context, held, done, () => ({})).map(({ result }) => ({ result, done })),
        ),
      ),
    )
    .andThen(({ result, done }) =>
      keepTrying(context, () => noteRevisit(context, key, done.revisitAt))
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
