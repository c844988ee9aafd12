import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Warning } from '../types'
import { fetchIdentity, type FetchedIdentity } from './fetch-identity'
import { amendMapping, nameContact } from './name-contact'

/**
 * Writes the contact's `RecordId` into the empty `refId` of the identity, if the rules ask for it. A new contact gets
 * its `RecordId` in the next list, so the record gets another run then. This write causes a webhook, but its run
 * finds no change, because `refId` is no part of the contact. If the CRM did not keep the `refId`, it is not written
 * a second time, because webhooks and writes would never end. A write that fails causes a warning; the record is not
 * a failure. A write that is held leaves the record as it is: the contact is in Siagh already.
 */
export function writeBackRecordId(run: Run, fetched: FetchedIdentity): ResultAsync<Warning[], SyncError> {
  if (!run.rules.contact.writeBackRecordId || fetched.identity.refId !== undefined) return okAsync([])
  return safeTry(async function* () {
    yield* nameContact(run)
    const named = run.mapping.current()
    const recordId = named?.siagh?.recordId
    if (!named || recordId === undefined) {
      // One millisecond more, so that the list without the `RecordId` is too old by then. This later run is requested
      // once.
      if (named?.siagh && run.trigger !== 'revisit') run.revisit(run.clock.now() + run.rules.contactListMaxAgeMs + 1)
      return ok<Warning[]>([])
    }
    if (named.detail['writtenBack'] === recordId) return ok<Warning[]>(['record_id_not_written_back'])
    // The contact belongs to this identity only when the store has recorded that. The contact of another identity
    // must never be written into this one.
    yield* run.mapping.recordNow()
    const planned = { write: 'write_ref_id', refId: recordId } as const
    const isHeld = yield* run.gate
      .judge(planned)
      .map(() => false)
      .orElse((error) => (error.kind === 'held' ? ok(true) : err(error)))
    if (isHeld) return ok<Warning[]>([])
    const written = yield* writeRefId(run, fetched, recordId)
    if (written === 'written') run.gate.written(planned)
    if (written === 'refused') return ok<Warning[]>(['record_id_not_written_back'])
    const recorded = run.mapping.current() ?? named
    if (written === 'written') amendMapping(run, recorded, { detail: { ...recorded.detail, writtenBack: recordId } })
    return ok<Warning[]>([])
  })
}

/**
 * The CRM takes only a whole object, so the identity is read again just before the write. An edit between this
 * reading and the write is lost. That is why the rule is off by default.
 */
function writeRefId(
  run: Pick<Run, 'crm' | 'key'>,
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
