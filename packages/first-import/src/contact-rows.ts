import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules, Suspicion } from '@siagh-sync/sync-core'
import {
  createHashIndex,
  createPackedRows,
  describeContact,
  type Likeness,
  likenessOf,
  mobilesIn,
  phonesOf,
  readCode,
  typeOfRow,
} from '@siagh-sync/sync-core/matching'

/** The contacts of Siagh, as they were read. Numbers count from 0. */
export interface ContactRows {
  readonly length: () => number
  readonly add: (row: SiaghUser) => void
  readonly at: (number: number) => SiaghUser
  readonly likenessOf: (row: SiaghUser) => Likeness
  /** What can be told of a contact only beside all the others. */
  readonly suspicionsOf: (row: SiaghUser) => Suspicion[]
}

/** No contacts yet. */
export function createContactRows(rules: Rules): ContactRows {
  const rows = createPackedRows<SiaghUser>()
  const mobiles = createHashIndex()
  const codes = createHashIndex()
  const codeOf = (row: SiaghUser) => readCode(row.NationalCode ?? '', typeOfRow(row, rules)).text

  return {
    length: rows.length,
    at: rows.at,
    likenessOf: (row) => likenessOf(describeContact(row, rules)),
    add(row) {
      const number = rows.length()
      rows.push(row)
      if (row.IsAdminUser) return
      for (const mobile of mobilesIn(phonesOf(row))) mobiles.add(mobile, number)
      const code = codeOf(row)
      if (code !== '') codes.add(code, number)
    },
    suspicionsOf(row) {
      const suspicions: Suspicion[] = []
      if (mobilesIn(phonesOf(row)).some((mobile) => mobiles.of(mobile).length > 1)) suspicions.push('mobile_twice')
      if (codes.of(codeOf(row)).length > 1) suspicions.push('national_code_twice')
      return suspicions
    },
  }
}
