import { errAsync, type ResultAsync } from 'neverthrow'
import type { RunContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { runAtOnce } from '../run/start-run'
import type { Hints } from '../run/hints'
import { syncRecord } from '../handle/sync-record'
import { invalidChange, isIdentityType } from '../invalid-change'
import { normalizeId } from '../key'
import type { EntityRef, Outcome } from '../types'

/** Handles one record now, for a caller who waits. Notes nothing: after an error the caller has to try again. */
export function syncNow(
  context: RunContext & Pick<SyncContext, 'shadow'>,
  ref: EntityRef,
  hints: Hints,
): ResultAsync<Outcome, SyncError> {
  const id = normalizeId(ref.id)
  if (!id) return errAsync(invalidChange('id', 'is not a GUID'))
  if (!isIdentityType(hints.type)) return errAsync(invalidChange('type', 'is neither person nor organization'))
  const key = { company: context.company, kind: ref.kind, id }
  return context.shadow
    .confirm()
    .andThen(() => runAtOnce(context, key, 'direct', (run) => syncRecord(run, hints)))
    .andThen(({ result }) => result)
}
