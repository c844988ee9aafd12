import { ok, type Result, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { syncRecord } from '../handle/sync-record'
import type { HeldChange } from '../ports/store'
import { startRun } from '../run/start-run'
import { withRecord } from '../run/with-record'
import type { Outcome, RecordKey } from '../types'
import { isSame } from './judge-write'
import { fingerprintOfWrite, type PlannedWrite } from './planned-write'

/** What is held of a record, and what would be sent now. */
export interface ShownHeld {
  /** What the store has. `null`: nothing of this record is held. */
  readonly held: HeldChange | null
  /** What would be sent now. Absent: nothing would be sent. */
  readonly planned?: PlannedWrite
  /** The fingerprint of what would be sent now, for `release` and `refuse`. */
  readonly fingerprint?: string
  /** Whether something else would be sent now than is held. Then a release sends nothing: the new state is held. */
  readonly isChanged: boolean
  /** How a run would end now: without a write, or with an error. */
  readonly result: Result<Outcome, SyncError>
}

/**
 * Reads, matches and transforms a record as a run does, and returns what it would send. Writes nothing to Siagh, the
 * CRM or the store. `busy`: a worker has the record.
 */
export function showHeld(context: RunContext, key: RecordKey): ResultAsync<ShownHeld, SyncError> {
  const preview: RunContext = { ...context, mode: 'preview' }
  return withRecord(preview, key, (record) => {
    const { entry, heldChange: held } = record
    const hints = { ...(entry?.event && { event: entry.event }), ...(entry?.type && { type: entry.type }) }
    return startRun(preview, record, { trigger: 'operator', attempt: 1 }, (run) => syncRecord(run, hints)).andThen(
      ({ gate, result }) => {
        const planned = gate.planned()
        if (!planned) return ok({ held, result, isChanged: held !== null && held.fingerprint !== '' })
        const fingerprint = fingerprintOfWrite(planned)
        return ok({ held, planned, fingerprint, result, isChanged: !held || !isSame(held, planned.write, fingerprint) })
      },
    )
  })
}
