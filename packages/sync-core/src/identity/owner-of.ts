import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { isSameId } from '../key'
import type { Mapping } from '../ports/store'
import { probeCrm } from '../reading/probe-crm'
import { readEitherType } from '../reading/read-either-type'
import { refusalError } from '../run/mapping-record'
import { withRecord, type HeldRecord } from '../run/with-record'
import { idsOf } from './contact-mapping'
import { locateMapped } from '../matching/locate-mapped'

/**
 * The mapping that a contact belongs to. Siagh can give the `Code` of a deleted contact to a new one: then a mapping of the old one stands in the new
 * one's way, though its `RecordId` is another. It is put right where that is sure: where the old contact has another code now, or where neither
 * Siagh nor the CRM has anything of the record any more. `null`: the contact is nobody's.
 */
export function ownerOf(run: Run, row: SiaghUser): ResultAsync<Mapping | null, SyncError> {
  const find = () => run.mappings.findByCode(run.key.company, 'contact', String(row.Code))
  return safeTry(async function* () {
    const owner = yield* find()
    if (!owner || owner.key.id === run.key.id || !isOfAnother(owner, row)) return ok(owner)
    yield* withRecord(run.context, owner.key, (held) => putRight(run, held, row))
    return ok(yield* find())
  })
}

/** Whether a mapping that holds the code of a contact is of another contact, by its `RecordId`. */
export function isOfAnother({ state, siagh }: Mapping, { RecordId }: SiaghUser): boolean {
  const recordId = siagh?.recordId
  return state === 'linked' && recordId !== undefined && RecordId !== '' && !isSameId(recordId, RecordId)
}

function putRight(run: Run, { mapping: owner, finish }: HeldRecord, row: SiaghUser): ResultAsync<void, SyncError> {
  return safeTry(async function* () {
    if (!owner || !isOfAnother(owner, row)) return ok(undefined)
    const list = yield* run.contacts.read(run.siagh, Math.min(run.askedAt, run.clock.now()), row.Code)
    const contact = locateMapped(list, owner)
    const isForgotten = contact.is !== 'listed' && contact.is !== 'unreadable' && (yield* isGone(run, owner.key.id))
    if (contact.is !== 'listed' && !isForgotten) return ok(undefined)
    const draft = contact.is === 'listed' ? { ...owner, siagh: idsOf(contact.row) } : null
    const end = yield* finish({ mapping: { draft, expectedVersion: owner.version } })
    return end.status === 'finished' ? ok(undefined) : err(refusalError(end, draft))
  })
}

/** Whether the CRM has no such identity. A server in front of a CRM that is away may say so of everybody. */
function isGone({ crm }: Run, id: string): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    const read = yield* await readEitherType(crm, id)
    if (read.is !== 'missing') return ok(false)
    yield* probeCrm(crm)
    return ok(true)
  })
}
