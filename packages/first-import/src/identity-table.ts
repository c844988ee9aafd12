import type { IdentityType, Rules } from '@siagh-sync/sync-core'
import {
  chooseAddress,
  createHashIndex,
  createLikenessIndex,
  createPackedRows,
  foldId,
  likenessOfIdentity,
  normalizeId,
  type FetchedIdentity,
  type LikenessIndex,
} from '@siagh-sync/sync-core/matching'

/** The kept fields of an identity. */
interface KeptIdentity {
  readonly id: string
  readonly type: IdentityType
  readonly name?: string
  readonly customerNumber?: string
  readonly telephone?: string
  readonly address?: string
}

/**
 * The CRM's identities. They can be found by everything that may name a contact. Numbers count from 0, in the order
 * of reading.
 */
export interface IdentityTable {
  readonly length: () => number
  /** Does nothing if the identity is already known. */
  readonly add: (identity: FetchedIdentity) => void
  readonly at: (number: number) => KeptIdentity
  readonly byId: (id: string) => number | undefined
  readonly byRefId: (refId: string) => readonly number[]
  /** Identities with a customer number that names this `Code`. */
  readonly byCode: (code: number) => readonly number[]
  readonly alike: LikenessIndex['alike']
}

/** Creates an empty table. */
export function createIdentityTable(rules: Rules): IdentityTable {
  const rows = createPackedRows<KeptIdentity>()
  const ids = createHashIndex()
  const refIds = createHashIndex()
  const codes = createHashIndex()
  const likenesses = createLikenessIndex()

  return {
    length: rows.length,
    add(fetched) {
      const { identity, type } = fetched
      const id = normalizeId(identity.crmId) ?? identity.crmId
      if (ids.of(id).length > 0) return
      const number = rows.length()
      ids.add(id, number)
      rows.push({ id, type, ...shownOf(identity) })
      if (identity.refId) refIds.add(foldId(identity.refId), number)
      const code = identity.customerNumber ? rules.customerNumber.decode(identity.customerNumber) : null
      if (code !== null) codes.add(String(code), number)
      likenesses.add(likenessOfIdentity(fetched), number)
    },
    at: rows.at,
    byId: (id) => ids.of(id)[0],
    byRefId: (refId) => refIds.of(foldId(refId)),
    byCode: (code) => codes.of(String(code)),
    alike: likenesses.alike,
  }
}

/** The fields that help a person to decide whether an identity is a contact. */
function shownOf(identity: FetchedIdentity['identity']): Omit<KeptIdentity, 'id' | 'type'> {
  const { nickName, customerNumber, phoneContacts, addressContacts } = identity
  const telephone = phoneContacts.find(({ phoneNumber }) => phoneNumber)?.phoneNumber
  const { address } = chooseAddress(addressContacts)
  return {
    ...(nickName !== undefined && { name: nickName }),
    ...(customerNumber !== undefined && { customerNumber }),
    ...(telephone !== undefined && { telephone }),
    ...(address !== '' && { address }),
  }
}
