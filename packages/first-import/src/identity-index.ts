import type { IdentityType, Rules } from '@siagh-sync/sync-core'
import {
  createHashIndex,
  createPackedRows,
  describeIdentity,
  type FetchedIdentity,
  foldId,
  type Likeness,
  likenessOf,
  normalizeId,
} from '@siagh-sync/sync-core/matching'

/** What is kept of an identity. */
interface IndexedIdentity {
  readonly id: string
  readonly type: IdentityType
  readonly name?: string
}

/** The CRM's identities, findable by everything that may name a contact. Numbers count from 0, in the order of reading. */
export interface IdentityIndex {
  readonly length: () => number
  /** An identity that is known already changes nothing. */
  readonly add: (identity: FetchedIdentity) => void
  readonly at: (number: number) => IndexedIdentity
  readonly byId: (id: string) => number | undefined
  readonly byRefId: (refId: string) => readonly number[]
  /** Those whose customer number names this `Code`. */
  readonly byCode: (code: number) => readonly number[]
  readonly alike: (
    likeness: Likeness,
  ) => Readonly<Record<'nationalCode' | 'mobile' | 'nameAndPhone', readonly number[]>>
}

/** An index of nothing yet. */
export function createIdentityIndex(rules: Rules): IdentityIndex {
  const rows = createPackedRows<IndexedIdentity>()
  const ids = createHashIndex()
  const refIds = createHashIndex()
  const codes = createHashIndex()
  const ways = {
    nationalCode: createHashIndex(),
    mobile: createHashIndex(),
    nameAndPhone: createHashIndex(),
  }

  return {
    length: rows.length,
    add(fetched) {
      const { identity, type } = fetched
      const id = idOf(fetched)
      if (ids.of(id).length > 0) return
      const number = rows.length()
      ids.add(id, number)
      rows.push({ id, type, ...(identity.nickName !== undefined && { name: identity.nickName }) })
      if (identity.refId) refIds.add(foldId(identity.refId), number)
      const code = identity.customerNumber ? rules.customerNumber.decode(identity.customerNumber) : null
      if (code !== null) codes.add(String(code), number)
      const { nationalCode, mobiles, nameAndPhones } = likenessOf(describeIdentity(fetched))
      if (nationalCode !== undefined) ways.nationalCode.add(nationalCode, number)
      for (const mobile of mobiles) ways.mobile.add(mobile, number)
      for (const key of nameAndPhones) ways.nameAndPhone.add(key, number)
    },
    at: rows.at,
    byId: (id) => ids.of(id)[0],
    byRefId: (refId) => refIds.of(foldId(refId)),
    byCode: (code) => codes.of(String(code)),
    alike: ({ nationalCode, mobiles, nameAndPhones }) => ({
      nationalCode: nationalCode === undefined ? [] : ways.nationalCode.of(nationalCode),
      mobile: [...new Set(mobiles.flatMap((mobile) => ways.mobile.of(mobile)))],
      nameAndPhone: [...new Set(nameAndPhones.flatMap((key) => ways.nameAndPhone.of(key)))],
    }),
  }
}

function idOf({ identity: { crmId } }: FetchedIdentity): string {
  return normalizeId(crmId) ?? crmId
}
