import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { syncRecord } from '../handle/sync-record'
import { startRun } from '../run/start-run'
import { withRecord, type HeldRecord } from '../run/with-record'
import type { RecordKey } from '../types'
import type { ShownHeld } from './held-answers'
import { isSame } from './judge-write'
import { fingerprintOfWrite } from './planned-write'

/**
 * Reads, matches and transforms a record as a run does, and returns what it would send. Writes nothing to Siagh, the
 * CRM or the store. `busy`: a worker has the record.
 */
export function showHeld(context: RunContext, key: RecordKey): ResultAsync<ShownHeld, SyncError> {
  const preview: RunContext = { ...context, mode: 'preview' }
  return withRecord(preview, key, (record) =>
    safeTry(async function* () {
      const { heldChange: held } = record
      const { planned, result } = yield* look(preview, record)
      if (!planned) return ok({ held, result, isChanged: held !== null && held.fingerprint !== '', isUnstable: false })
      const fingerprint = fingerprintOfWrite(planned)
      const isChanged = !held || !isSame(held, planned.write, fingerprint)
      const again = isChanged && held?.fingerprint ? (yield* look(preview, record)).planned : planned
      const isUnstable = again !== undefined && fingerprintOfWrite(again) !== fingerprint
      return ok({ held, planned, fingerprint, result, isChanged, isUnstable })
    }),
  )
}

/** A run that writes nothing, and what it would send. */
function look(preview: RunContext, record: HeldRecord) {
  const { entry } = record
  const hints = { ...(entry?.event && { event: entry.event }), ...(entry?.type && { type: entry.type }) }
  return startRun(preview, record, { trigger: 'operator', attempt: 1 }, (run) => syncRecord(run, hints)).map(
    ({ gate, result }) => ({ planned: gate.planned(), result }),
  )
}
