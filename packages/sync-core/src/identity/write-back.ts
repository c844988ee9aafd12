import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Warning } from '../types'
import { fetchIdentity, type FetchedIdentity } from './fetch-identity'
import { amendMapping, nameContact } from './name-contact'

/**
 * Puts the contact's `RecordId` into the identity's empty `refId`, where the rules ask for it. A contact that was just made has a
 * `RecordId` only in the next list, so the record is visited once more when there is one. The webhook that this write causes
 * finds nothing to do: `refId` is no part of the contact, and where the CRM did not keep it, it was put there once and is not again,
 * or the two would go on for ever. A write that fails costs a warning, not the record.
 */
export function writeBackRecordId(run: Run, fetched: FetchedIdentity): ResultAsync<Warning[], SyncError> {
  if (!run.rules.contact.writeBackRecordId || fetched.identity.refId !== undefined) return okAsync([])
  return safeTry(async function* () {
    yield* nameContact(run)
    const named = run.mapping.current()
    const recordId = named?.siagh?.recordId
    if (!named || recordId === undefined) {
      // One millisecond more, so that the list that did not show it is too old by then. It is asked for once.
      if (named?.siagh && run.trigger !== 'revisit') run.revisit(run.clock.now() + run.rules.contactListMaxAgeMs + 1)
      return ok<Warning[]>([])
    }
    if (named.detail['writtenBack'] === recordId) return ok<Warning[]>(['record_id_not_written_back'])
    // The contact is this identity's only once the store has it so: another identity's contact is never named in this one.
    yield* run.mapping.recordNow()
    const written = yield* writeRefId(run, fetched, recordId)
    if (written === 'refused') return ok<Warning[]>(['record_id_not_written_back'])
    const recorded = run.mapping.current() ?? named
    if (written === 'written') amendMapping(run, recorded, { detail: { ...recorded.detail, writtenBack: recordId } })
    return ok<Warning[]>([])
  })
}

/**
 * The CRM takes the whole object or none, so it is read once more just before: an edit that is made between this reading and
 * the write is lost, which is why the rule is off by default.
 */
function writeRefId(
  run: Run,
  { type }: FetchedIdentity,
  refId: string,
): ResultAsync<'written' | 'needless' | 'refused', SyncError> {
  return safeTry(async function* () {
    const newest = yield* fetchIdentity(run, { type })
    if (!newest || newest.identity.refId !== undefined) return ok('needless' as const)
    const named = { ...newest.identity, refId }
    const written = await (newest.type === 'person' ? run.crm.updatePerson(named) : run.crm.updateOrganization(named))
    if (written.isOk()) return ok('written' as const)
    const { error } = written
    if (error.kind === 'unavailable' || error.kind === 'rate_limited') return err(error)
    return ok('refused' as const)
  })
}
