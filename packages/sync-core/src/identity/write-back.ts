import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { saveMapping } from '../handle/save-mapping'
import type { Mapping } from '../ports/store'
import type { FetchedIdentity } from './fetch-identity'

/**
 * Puts the contact's `RecordId` into the identity's empty `refId`, where the rules ask for it. A contact that was just made has a
 * `RecordId` only in the next list, so the record is visited once more when there is one. The webhook that this write causes
 * finds nothing to do: `refId` is no part of the contact.
 */
export function writeBackRecordId(
  run: Run,
  { type, identity }: FetchedIdentity,
  mapping: Mapping,
): ResultAsync<void, SyncError> {
  if (!run.rules.contact.writeBackRecordId || identity.refId !== undefined) return okAsync(undefined)
  return safeTry(async function* () {
    const recordId = yield* recordIdOf(run, mapping)
    if (recordId === undefined) {
      // One millisecond more, so that the list that did not show it is too old by then.
      run.revisit(run.clock.now() + run.rules.contactListMaxAgeMs + 1)
      return ok(undefined)
    }
    const named = { ...identity, refId: recordId }
    yield* type === 'person' ? run.crm.updatePerson(named) : run.crm.updateOrganization(named)
    return ok(undefined)
  })
}

function recordIdOf(run: Run, mapping: Mapping): ResultAsync<string | undefined, SyncError> {
  const { siagh, state, fingerprint, detail } = mapping
  if (!siagh || siagh.recordId !== undefined) return okAsync(siagh?.recordId)
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, run.clock.now() - run.rules.contactListMaxAgeMs)
    const recordId = list.byCode(Number(siagh.code))?.RecordId
    if (!recordId) return ok(undefined)
    yield* saveMapping(run, { state, siagh: { ...siagh, recordId }, fingerprint, detail }, mapping)
    return ok(recordId)
  })
}
