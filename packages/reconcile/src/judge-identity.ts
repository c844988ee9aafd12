import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Mapping, Rules, SiaghIds } from '@siagh-sync/sync-core'
import {
  comparableField,
  contactAsSynced,
  idsOf,
  locateMapped,
  namedContacts,
  type ContactTable,
  type FetchedIdentity,
} from '@siagh-sync/sync-core/matching'

/** How an identity of the CRM and Siagh stand to each other. */
export type Finding =
  /** Equal, or in the hands of a sync, or nothing that could be compared. `codes`: its contacts. */
  | { readonly kind: 'fine'; readonly codes: readonly number[]; readonly compared: boolean }
  | { readonly kind: 'only_in_crm' }
  | { readonly kind: 'contact_gone'; readonly siagh?: SiaghIds }
  | {
      readonly kind: 'fields_differ'
      readonly siagh: SiaghIds
      readonly fields: readonly string[]
      /** Whether a sync would write them: it leaves alone what was changed in Siagh while the CRM stayed as it was. */
      readonly canBeMended: boolean
    }

/** What an identity is held against. */
export interface Other {
  readonly contacts: ContactTable
  readonly mapping: Mapping | null
  /** The identity that a contact is mapped to. */
  readonly ownerOf: (code: number) => string | undefined
}

/** Goes by what a sync of the identity would find and write now. */
export function judgeIdentity(id: string, fetched: FetchedIdentity, other: Other, rules: Rules): Finding {
  const { contacts, mapping, ownerOf } = other
  if (mapping?.state === 'intent') return fine(contacts.byTmpid(id))
  if (mapping) {
    const mapped = locateMapped(contacts, mapping)
    if (mapped.is === 'unreadable') return fine([])
    if (mapped.is !== 'listed') return { kind: 'contact_gone', ...(mapping.siagh && { siagh: mapping.siagh }) }
    return compare(id, fetched, mapping, mapped.row, rules)
  }
  const named = namedContacts({ rules, id }, fetched.identity, contacts)
  if ('absent' in named) return { kind: 'only_in_crm' }
  // A sync tells of it.
  if ('unreadable' in named) return fine([])
  const free = named.rows.filter((row) => !row.IsAdminUser && (ownerOf(row.Code) ?? id) === id)
  const [row, ...others] = free
  if (!row) return { kind: 'only_in_crm' }
  // Which of several is meant, a sync asks a person.
  return others.length > 0 ? fine(free) : compare(id, fetched, null, row, rules)
}

function fine(rows: readonly SiaghUser[], compared = false): Finding {
  return { kind: 'fine', codes: rows.map(({ Code }) => Code), compared }
}

function compare(id: string, fetched: FetchedIdentity, mapping: Mapping | null, row: SiaghUser, rules: Rules): Finding {
  const synced = contactAsSynced({ id, fetched, mapping }, row, rules)
  // Such an identity is among the failures.
  if (synced.isErr()) return fine([row])
  const { held, wanted, isWritten } = synced.value
  const comparable = (field: string, value: unknown) =>
    isWritten ? value : comparableField(field, value, fetched.type)
  const fields = differing(held, wanted, comparable)
  if (fields.length === 0) return fine([row], true)
  return { kind: 'fields_differ', siagh: idsOf(row), fields, canBeMended: isWritten }
}

/**
 * The names of the fields that are not the same. Where a sync would write, to the letter, as it compares; else only what a reader would
 * call different, since Siagh may show a text otherwise than it was sent, and keeps what an import found there.
 */
function differing(
  held: ContactFields,
  wanted: ContactFields,
  compared: (field: string, value: unknown) => unknown,
): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => compared(name, value) !== compared(name, Reflect.get(held, name)))
    .map(([name]) => name)
}
