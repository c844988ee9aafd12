import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { isSameId } from '../key'
import type { Mapping } from '../ports/store'
import { probeCrm } from '../reading/probe-crm'
import { readEitherType } from '../reading/read-either-type'
import { refusalError } from '../run/mapping-record'
import type { HeldRecord } from '../run/with-record'
import { idsOf } from './contact-mapping'
import { locateMapped } from '../matching/locate-mapped'

type Asker = Pick<Run, 'key' | 'askedAt' | 'clock' | 'contacts' | 'crm' | 'others' | 'gate'>

/**
 * The mapping of the identity that a contact belongs to. `null`: the contact belongs to none.
 *
 * Siagh can give the `Code` of a deleted contact to a new contact. The store then still has a mapping of the old
 * contact with that code, but with another `RecordId`. This function corrects that mapping in two sure cases: the old
 * contact has another code now, or the old contact is gone from Siagh and its identity is gone from the CRM. A run that
 * is not live goes on as if the mapping were corrected, and leaves the store as it is.
 */
export function ownerOf(run: Asker, row: SiaghUser): ResultAsync<Mapping | null, SyncError> {
  const find = () => run.others.mappings.findByCode(run.key.company, 'contact', String(row.Code))
  return safeTry(async function* () {
    const owner = yield* find()
    if (!owner || owner.key.id === run.key.id || !isOfAnother(owner, row)) return ok(owner)
    const isLive = run.gate.mode === 'live'
    const correction = yield* isLive
      ? run.others.hold(owner.key, (held) => putRight(run, held, row))
      : correctionOf(run, owner, row)
    return ok(isLive || correction === undefined ? yield* find() : null)
  })
}

/** Whether a mapping with the code of a contact belongs to another contact, according to its `RecordId`. */
export function isOfAnother({ state, siagh }: Mapping, { RecordId }: SiaghUser): boolean {
  const recordId = siagh?.recordId
  return state === 'linked' && recordId !== undefined && RecordId !== '' && !isSameId(recordId, RecordId)
}

function putRight(
  run: Asker,
  { mapping, finish }: HeldRecord,
  row: SiaghUser,
): ResultAsync<Correction | undefined, SyncError> {
  return safeTry(async function* () {
    const correction = mapping ? yield* correctionOf(run, mapping, row) : undefined
    if (!mapping || !correction) return ok(undefined)
    const end = yield* finish({ mapping: { draft: correction.draft, expectedVersion: mapping.version } })
    return end.status === 'finished' ? ok(correction) : err(refusalError(end, correction.draft))
  })
}

/** The corrected mapping. `null`: it has to be forgotten. */
interface Correction {
  readonly draft: Mapping | null
}

/** How the mapping of another contact has to be corrected. `undefined`: not at all, or that is not sure. */
function correctionOf(run: Asker, owner: Mapping, row: SiaghUser): ResultAsync<Correction | undefined, SyncError> {
  return safeTry(async function* () {
    if (!isOfAnother(owner, row)) return ok(undefined)
    const list = yield* run.contacts.read(Math.min(run.askedAt, run.clock.now()), row.Code)
    const contact = locateMapped(list, owner)
    if (contact.is === 'listed') return ok({ draft: { ...owner, siagh: idsOf(contact.row) } })
    const isForgotten = contact.is !== 'unreadable' && (yield* isGone(run, owner.key.id))
    return ok(isForgotten ? { draft: null } : undefined)
  })
}

/**
 * Whether the CRM has no such identity. A proxy in front of a CRM that is away may say this for every identity, so
 * the CRM is tested.
 */
function isGone({ crm }: Pick<Run, 'crm'>, id: string): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    const read = yield* await readEitherType(crm, id)
    if (read.is !== 'missing') return ok(false)
    yield* probeCrm(crm)
    return ok(true)
  })
}
