import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { saveMapping } from '../run/save-mapping'
import type { Warning } from '../types'
import { fetchIdentity, type FetchedIdentity } from './fetch-identity'

/**
 * Puts the contact's `RecordId` into the identity's empty `refId`, where the rules ask for it. A contact that was just made has a
 * `RecordId` only in the next list, so the record is visited once more when there is one. The webhook that this write causes
 * finds nothing to do: `refId` is no part of the contact. A write that fails costs a warning, not the record.
 */
export function writeBackRecordId(
  run: Run,
  fetched: FetchedIdentity,
  mapping: Mapping,
): ResultAsync<Warning[], SyncError> {
  if (!run.rules.contact.writeBackRecordId || fetched.identity.refId !== undefined) return okAsync([])
  return safeTry(async function* () {
    const recordId = yield* recordIdOf(run, mapping)
    if (recordId === undefined) {
      // One millisecond more, so that the list that did not show it is too old by then. It is asked for once.
      if (run.trigger !== 'revisit') run.revisit(run.clock.now() + run.rules.contactListMaxAgeMs + 1)
      return ok<Warning[]>([])
    }
    return ok(yield* writeRefId(run, fetched, recordId))
  })
}

/**
 * The CRM takes the whole object or none, so it is read once more just before: an edit that is made between this reading and
 * the write is lost, which is why the rule is off by default.
 */
function writeRefId(run: Run, { type }: FetchedIdentity, refId: string): ResultAsync<Warning[], SyncError> {
  return safeTry(async function* () {
    const newest = yield* fetchIdentity(run, { type })
    if (!newest || newest.identity.refId !== undefined) return ok<Warning[]>([])
    const named = { ...newest.identity, refId }
    const written = await (newest.type === 'person' ? run.crm.updatePerson(named) : run.crm.updateOrganization(named))
    if (written.isOk()) return ok<Warning[]>([])
    const { error } = written
    if (error.kind === 'unavailable' || error.kind === 'rate_limited') return err(error)
    return ok<Warning[]>(['record_id_not_written_back'])
  })
}

function recordIdOf(run: Run, mapping: Mapping): ResultAsync<string | undefined, SyncError> {
  const { siagh, state, fingerprint, detail } = mapping
  if (!siagh || siagh.recordId !== undefined) return okAsync(siagh?.recordId)
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, run.clock.now() - run.rules.contactListMaxAgeMs)
    const recordId = list.byCode(Number(siagh.code))?.RecordId
    if (!recordId) return ok(undefined)
    const saved = yield* saveMapping(run, { state, siagh: { ...siagh, recordId }, fingerprint, detail }, mapping)
    // Nothing was written to the contact: whoever wrote it last still did.
    if (run.contacts.wroteLast(Number(siagh.code), mapping.version)) {
      run.contacts.recorded(Number(siagh.code), saved.version)
    }
    return ok(recordId)
  })
}
