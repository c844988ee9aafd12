import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules } from '@siagh-sync/sync-core'
import {
  foldForCompare,
  foldId,
  likenessOfContact,
  likenessOfIdentity,
  readGuid,
  type ContactTable,
  type FetchedIdentity,
} from '@siagh-sync/sync-core/matching'
import { createSharers } from './sharers'
import type { Drift } from './reconcile-events'

/** Identities that share a value which should be unique. */
export interface IdentitySharers {
  readonly add: (id: string, fetched: FetchedIdentity) => void
  readonly drifts: () => Iterable<Drift>
}

/** Creates an empty index. National codes count only with a correct checksum. Numbers count in every way of typing. */
export function createIdentitySharers(rules: Rules): IdentitySharers {
  const ways = {
    refId: createSharers<string>(),
    customerNumber: createSharers<string>(),
    nationalCode: createSharers<string>(),
    mobile: createSharers<string>(),
  }
  return {
    add(id, fetched) {
      const { refId, customerNumber } = fetched.identity
      const likeness = likenessOfIdentity(fetched)
      if (refId) ways.refId.add(foldId(refId), id)
      if (customerNumber) ways.customerNumber.add(numberKey(customerNumber, rules), id)
      if (likeness.nationalCode !== undefined) ways.nationalCode.add(likeness.nationalCode, id)
      for (const mobile of likeness.mobiles) ways.mobile.add(mobile, id)
    },
    *drifts() {
      for (const by of ['refId', 'customerNumber', 'nationalCode', 'mobile'] as const) {
        for (const ids of ways[by].shared()) {
          const records = ids.map((id) => ({ kind: 'identity' as const, id }))
          yield { kind: 'duplicate_identities', by, records, repaired: false }
        }
      }
    },
  }
}

function numberKey(customerNumber: string, { customerNumber: codec }: Rules): string {
  const code = codec.decode(customerNumber)
  return code === null ? `text ${foldForCompare(customerNumber)}` : `code ${code}`
}

/** Contacts that share a value which should be unique. Siagh's own users are left out. */
export function* duplicateContacts(contacts: ContactTable, rules: Rules): Iterable<Drift> {
  const ways = {
    tmpid: createSharers<number>(),
    nationalCode: createSharers<number>(),
    mobile: createSharers<number>(),
  }
  for (const row of contacts.rows()) {
    if (row.IsAdminUser) continue
    const { tmpid, Code } = row
    const likeness = likenessOfContact(row, rules)
    // Older clients wrote any text into `tmpid`. Our `tmpid` is the id of an identity.
    const ourTmpid = readGuid(tmpid ?? '')
    if (ourTmpid) ways.tmpid.add(ourTmpid, Code)
    if (likeness.nationalCode !== undefined) ways.nationalCode.add(likeness.nationalCode, Code)
    for (const mobile of likeness.mobiles) ways.mobile.add(mobile, Code)
  }
  for (const by of ['tmpid', 'nationalCode', 'mobile'] as const) {
    for (const codes of ways[by].shared()) {
      yield { kind: 'duplicate_contacts', by, contacts: codes.map((code) => idsIn(contacts, code)), repaired: false }
    }
  }
}

function idsIn(contacts: ContactTable, code: number): { readonly code: string; readonly recordId?: string } {
  const recordId: SiaghUser['RecordId'] | undefined = contacts.byCode(code)?.RecordId
  return { code: String(code), ...(recordId && { recordId }) }
}
