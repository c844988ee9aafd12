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

/** How an identity of the CRM compares with Siagh. */
export type Finding =
  /** Equal, or being handled by a sync, or not comparable. `codes`: its contacts. */
  | { readonly kind: 'fine'; readonly codes: readonly number[]; readonly compared: boolean }
  | { readonly kind: 'only_in_crm' }
  | { readonly kind: 'contact_gone'; readonly siagh?: SiaghIds }
  | {
      readonly kind: 'fields_differ'
      readonly siagh: SiaghIds
      readonly fields: readonly string[]
      /**
       * Whether a sync would write the fields. A sync does not change what was changed in Siagh while the CRM stayed
       * the same.
       */
      readonly canBeMended: boolean
    }

/** What an identity is compared with. */
export interface Other {
  readonly contacts: ContactTable
  readonly mapping: Mapping | null
  /** The identity that a contact is mapped to. */
  readonly ownerOf: (code: number) => string | undefined
}

/** Compares an identity with what a sync of it would find and write now. */
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
  // A sync leaves it alone.
  if (!rules.contact.accept(fetched.identity, fetched.type)) return fine('rows' in named ? named.rows : [])
  if ('absent' in named) return { kind: 'only_in_crm' }
  // A sync reports this row.
  if ('unreadable' in named) return fine([])
  const free = named.rows.filter((row) => !row.IsAdminUser && (ownerOf(row.Code) ?? id) === id)
  const [row, ...others] = free
  if (!row) return { kind: 'only_in_crm' }
  // If there are several contacts, a sync asks a person which one is meant.
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
 * The names of the fields that differ. If a sync would write, the comparison is exact, like that of a sync. Otherwise
 * only visible differences count, because Siagh may show a text in another form, and keeps what an import has found
 * there.
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
