import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { ContactList } from './contact-list'
import { findContactOfIntent } from './find-contact-of-intent'
import { ambiguous } from './ambiguous'

/** The one contact of an identity, or that there is none. */
export type ContactMatch =
  | { readonly row: SiaghUser }
  /** No contact is this identity's; `highestCode` is the newest that was there when this was found out. */
  | { readonly row: null; readonly highestCode: number }

// A contact that Siagh's people made a moment ago may be missing from a list that is still young enough otherwise.
const FRESH_ENOUGH_MS = 5_000

/**
 * Finds the one contact of an identity: the mapped one, else the one that carries this identity's id as our mark, else by
 * `refId` and customer number in the order of the rules. `ambiguous_match` where several fit or the one belongs to another
 * identity; `not_found` where the mapped contact was deleted and nothing in the CRM names another.
 */
export function matchContact(
  run: Run,
  identity: Person | Organization,
  mapping: Mapping | null,
): ResultAsync<ContactMatch, SyncError> {
  return safeTry(async function* () {
    const now = run.clock.now()
    if (mapping?.state === 'intent') {
      const made = yield* findContactOfIntent(run, mapping)
      if (made) return ok<ContactMatch>({ row: made })
    }
    const list = yield* run.contacts.read(run.siagh, now - run.rules.contactListMaxAgeMs)
    const mapped = mapping?.state === 'linked' ? yield* findMapped(run, mapping, list) : undefined
    if (mapped) return ok<ContactMatch>({ row: mapped })

    const named = yield* findNamed(run, identity, list)
    if (named) return ok<ContactMatch>({ row: named })
    if (mapping?.state === 'linked') return err(contactDeleted(mapping))
    return ok<ContactMatch>({ row: null, highestCode: list.highestCode })
  })
}

/** A contact that another process made just now is missing from an older list, so absence counts only in a new one. */
function findMapped(run: Run, mapping: Mapping, list: ContactList): ResultAsync<SiaghUser | undefined, SyncError> {
  const code = Number(mapping.siagh?.code)
  const row = list.byCode(code)
  if (row) return okAsync(row)
  return run.contacts.read(run.siagh, run.clock.now()).map((fresh) => fresh.byCode(code))
}

function findNamed(
  run: Run,
  identity: Person | Organization,
  list: ContactList,
): ResultAsync<SiaghUser | undefined, SyncError> {
  return safeTry(async function* () {
    let candidates = candidatesIn(run, identity, list)
    if (candidates.length === 0 && identity.refId && looksLikeRecordId(identity.refId)) {
      const fresh = yield* run.contacts.read(run.siagh, run.clock.now() - FRESH_ENOUGH_MS)
      candidates = candidatesIn(run, identity, fresh)
    }
    const [row, ...others] = candidates
    if (!row) return ok(undefined)
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

/** The contacts of the first way that leads to any. */
function candidatesIn(run: Run, identity: Person | Organization, list: ContactList): readonly SiaghUser[] {
  const ways = [() => list.byTmpid(run.key.id), ...run.rules.matchOrder.map((way) => () => named(way))]
  const named = (way: 'refId' | 'customerNumber'): SiaghUser[] => {
    const row = way === 'refId' ? byRefId(identity, list) : byCustomerNumber(run, identity, list)
    return row ? [row] : []
  }
  return ways.map((find) => find()).find((rows) => rows.length > 0) ?? []
}

function byRefId({ refId }: Person | Organization, list: ContactList): SiaghUser | undefined {
  return refId ? list.byRecordId(refId) : undefined
}

/** Customer numbers are typed by hand and often counted from 1, where Siagh keeps its own users: those are never meant. */
function byCustomerNumber(
  run: Run,
  { customerNumber }: Person | Organization,
  list: ContactList,
): SiaghUser | undefined {
  const code = customerNumber ? run.rules.customerNumber.decode(customerNumber) : null
  const row = code === null ? undefined : list.byCode(code)
  return row?.IsAdminUser ? undefined : row
}

function looksLikeRecordId(refId: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(refId.trim())
}

function contactDeleted(mapping: Mapping): SyncError {
  return {
    kind: 'not_found',
    retryable: false,
    system: 'siagh',
    message: `contact ${mapping.siagh?.code ?? ''} is no longer in Siagh; put the RecordId of the right contact into the identity's refId`,
  }
}
