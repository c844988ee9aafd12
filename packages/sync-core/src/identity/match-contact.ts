import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Rules } from '../rules'
import { ambiguous } from './ambiguous'
import type { ContactList } from '../matching/contact-list'
import { contactLost, contactNotListed, contactUnreadable } from './contact-errors'
import { findContactOfIntent } from './find-contact-of-intent'
import { findMapped } from './find-mapped'
import { namedContacts, type NamedContacts } from '../matching/named-contacts'
import { isOfAnother, ownerOf } from './owner-of'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** The one contact of an identity, or none. */
export type ContactMatch =
  | { readonly row: SiaghUser }
  /** The identity has no contact in this list. */
  | { readonly row: null; readonly list: ContactList }

/**
 * Finds the one contact of an identity. The mapped contact comes first, or the contact of an interrupted create. Then
 * comes the contact that carries this identity's id as our `tmpid`. Then come `refId` and customer number, in the order
 * of the rules.
 *
 * `ambiguous_match`: several contacts match, or the contact belongs to another identity. `not_found`: the identity
 * names a contact that is not in Siagh's list, or the mapped contact was deleted and the identity names no other.
 * `contact_replaced`: Siagh has given the `Code` of the mapped contact to another contact.
 */
export function matchContact(
  run: Run,
  identity: Person | Organization,
  mapping: Mapping | null,
): ResultAsync<ContactMatch, SyncError> {
  if (mapping?.siagh && mapping.state === 'linked') return matchMapped(run, identity, mapping)
  return safeTry(async function* () {
    const interrupted = mapping?.state === 'intent' ? yield* findContactOfIntent(run, mapping) : null
    if (interrupted) {
      yield* ownerOf(run, interrupted)
      return ok<ContactMatch>({ row: interrupted })
    }
    const { list, named } = yield* readNamed(run, identity, run.rules)
    if ('absent' in named) return err(contactNotListed(named.absent))
    if ('unreadable' in named) return err(contactUnreadable(named.unreadable))
    const row = yield* chooseOne(run, named.rows)
    return ok<ContactMatch>(row ? { row } : { row: null, list })
  })
}

/**
 * If the mapped contact is lost, the customer number is not used: it may be a `Code` that Siagh has given to another
 * contact.
 */
function matchMapped(
  run: Run,
  identity: Person | Organization,
  mapping: Mapping,
): ResultAsync<ContactMatch, SyncError> {
  return safeTry(async function* () {
    const mapped = yield* findMapped(run, mapping)
    if (mapped.is === 'listed') return ok<ContactMatch>({ row: mapped.row })
    const matchOrder = run.rules.matchOrder.filter((way) => way === 'refId')
    const { named } = yield* readNamed(run, identity, { ...run.rules, matchOrder })
    const row = 'rows' in named ? yield* chooseOne(run, named.rows) : null
    if (row) return ok<ContactMatch>({ row })
    return err(contactLost(run, mapping, mapped))
  })
}

/**
 * Uses a list as old as the rules allow. If that list lacks the contact which the identity names, a newer list is
 * read. The contact may be newer than the first list: for example, a person adds it in Siagh and it is imported into
 * the CRM at once. It existed when the identity was noted.
 */
function readNamed(
  run: Pick<Run, 'key' | 'askedAt' | 'clock' | 'contacts'>,
  identity: Person | Organization,
  rules: Rules,
): ResultAsync<{ readonly list: ContactList; readonly named: NamedContacts }, SyncError> {
  const oldest = run.clock.now() - rules.contactListMaxAgeMs
  const by = (list: ContactList) => ({ list, named: namedContacts({ rules, id: run.key.id }, identity, list) })
  return safeTry(async function* () {
    const found = by(yield* run.contacts.read(oldest))
    if ('rows' in found.named) return ok(found)
    return ok(by(yield* run.contacts.read(Math.max(oldest, run.askedAt))))
  })
}

function chooseOne(
  run: Parameters<typeof ownerOf>[0],
  candidates: readonly SiaghUser[],
): ResultAsync<SiaghUser | null, SyncError> {
  const [row, ...others] = candidates
  if (!row) return okAsync(null)
  return safeTry(async function* () {
    if (others.length > 0) {
      return err(ambiguous(worded('several_contacts_fit'), candidates))
    }
    if (row.IsAdminUser) {
      return err(ambiguous(worded('contact_is_siagh_user'), [row]))
    }
    const owner = yield* ownerOf(run, row)
    if (owner && owner.key.id !== run.key.id) {
      return err(ambiguous(rivalry(owner, row), [row]))
    }
    return ok(row)
  })
}

function rivalry(owner: Mapping, row: SiaghUser): Worded {
  const { id } = owner.key
  return isOfAnother(owner, row)
    ? worded('code_of_lost_contact', { code: String(row.Code), id })
    : worded('contact_already_linked', { id })
}
