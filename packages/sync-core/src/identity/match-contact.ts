import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { normalizeId } from '../key'
import type { Mapping } from '../ports/store'
import type { Rules } from '../rules'
import { toOwnTime } from '../run/hold'
import { ambiguous } from './ambiguous'
import type { ContactList } from './contact-list'
import { findContactOfIntent } from './find-contact-of-intent'

/** The one contact of an identity, or that there is none. */
export type ContactMatch =
  | { readonly row: SiaghUser }
  /** No contact is this identity's; `highestCode` is the newest that was there when this was found out. */
  | { readonly row: null; readonly highestCode: number }

/**
 * Finds the one contact of an identity: the mapped one, or the one whose making was interrupted, else the one that carries this
 * identity's id as our mark, else by `refId` and customer number in the order of the rules. `ambiguous_match` where several
 * fit or the one belongs to another identity; `not_found` where the mapped contact was deleted and nothing names another.
 */
export function matchContact(
  run: Run,
  identity: Person | Organization,
  mapping: Mapping | null,
): ResultAsync<ContactMatch, SyncError> {
  return safeTry(async function* () {
    const known = mapping ? yield* findKnown(run, mapping) : null
    if (known) return ok<ContactMatch>({ row: known })

    const list = yield* readNaming(run, identity)
    const named = yield* findNamed(run, identity, list)
    if (named) return ok<ContactMatch>({ row: named })
    if (mapping?.state === 'linked') return err(contactDeleted(mapping))
    return ok<ContactMatch>({ row: null, highestCode: list.highestCode })
  })
}

function findKnown(run: Run, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  return mapping.state === 'intent' ? findContactOfIntent(run, mapping) : findMapped(run, mapping)
}

/**
 * The contact of a mapping, `null` where it is no longer in Siagh. What another process has made or written since an older list was
 * read is not in it: an update that started from there would bring back what that process has emptied, and absence proves nothing.
 * So unless this process was the last to write, only a list that was read after the mapping was written counts.
 */
export function findMapped(run: Run, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  const code = Number(mapping.siagh?.code)
  const now = run.clock.now()
  const oldest = now - run.rules.contactListMaxAgeMs
  const writtenAt = Math.min(toOwnTime(run.hold, mapping.updatedAt) + 1, now)
  return safeTry(async function* () {
    const isOwn = run.contacts.wroteLast(code, mapping.version)
    const list = yield* run.contacts.read(run.siagh, isOwn ? oldest : Math.max(oldest, writtenAt))
    const row = list.byCode(code)
    if (row) return ok(row)
    const newer = yield* run.contacts.read(run.siagh, writtenAt)
    return ok(newer.byCode(code) ?? null)
  })
}

/**
 * A list that may be as old as the rules allow, unless it does not know the `RecordId` that the identity names. Then the contact may be newer
 * than the list, as one that was imported into the CRM right after it was typed: it was there when the identity was noted.
 */
function readNaming(run: Run, { refId }: Person | Organization): ResultAsync<ContactList, SyncError> {
  const oldest = run.clock.now() - run.rules.contactListMaxAgeMs
  const recordId = normalizeId(refId)
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, oldest)
    if (recordId === null || list.byRecordId(recordId)) return ok(list)
    return ok(yield* run.contacts.read(run.siagh, Math.max(oldest, run.askedAt)))
  })
}

function findNamed(
  run: Run,
  identity: Person | Organization,
  list: ContactList,
): ResultAsync<SiaghUser | null, SyncError> {
  const candidates = candidatesIn({ rules: run.rules, id: run.key.id }, identity, list)
  const [row, ...others] = candidates
  if (!row) return okAsync(null)
  return safeTry(async function* () {
    if (others.length > 0) return err(ambiguous('several contacts fit this identity', candidates))
    if (row.IsAdminUser) {
      return err(ambiguous("the contact that fits is one of Siagh's own users, whom the CRM must not rewrite", [row]))
    }
    const owner = yield* run.store.mappings.findByCode(run.company, 'contact', String(row.Code))
    if (owner && owner.key.id !== run.key.id) {
      return err(ambiguous(`the contact that fits is already linked to identity ${owner.key.id}`, [row]))
    }
    return ok(row)
  })
}

type Findable = Pick<ContactList, 'byCode' | 'byRecordId' | 'byTmpid'>

/** The contacts of the first way that leads to any. `id`: the identity's. */
export function candidatesIn(
  { rules, id }: { readonly rules: Rules; readonly id: string },
  identity: Person | Organization,
  list: Findable,
): readonly SiaghUser[] {
  const marked = list.byTmpid(id)
  if (marked.length > 0) return marked
  for (const way of rules.matchOrder) {
    const row = way === 'refId' ? byRefId(identity, list) : byCustomerNumber(rules, identity, list)
    if (row) return [row]
  }
  return []
}

function byRefId({ refId }: Person | Organization, list: Findable): SiaghUser | undefined {
  return refId ? list.byRecordId(normalizeId(refId) ?? refId.trim()) : undefined
}

/** Customer numbers are typed by hand and often counted from 1, where Siagh keeps its own users: those are never meant. */
function byCustomerNumber(
  rules: Rules,
  { customerNumber }: Person | Organization,
  list: Findable,
): SiaghUser | undefined {
  const code = customerNumber ? rules.customerNumber.decode(customerNumber) : null
  const row = code === null ? undefined : list.byCode(code)
  return row?.IsAdminUser ? undefined : row
}

function contactDeleted(mapping: Mapping): SyncError {
  return {
    kind: 'not_found',
    retryable: false,
    system: 'siagh',
    message: `contact ${mapping.siagh?.code ?? ''} is no longer in Siagh; put the RecordId of the right contact into the identity's refId`,
  }
}
