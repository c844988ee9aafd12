import type { SiaghUser } from '@siagh-sync/siagh-client'
import { typeOfRow } from '../identity/contact-fields'
import type { Rules } from '../rules'
import { createHashIndex } from './hash-index'
import { likenessOf, mobilesIn, type Described, type Likeness } from './likeness'
import { createPackedRows } from './packed-rows'
import { readCode } from './read-code'
import type { Suspicion } from './steps'
import { nameOfRow } from './to-identity'

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

/** What a contact says of itself. */
export function describeContact(row: SiaghUser, rules: Rules): Described {
  const { NationalCode = '' } = row
  return { type: typeOfRow(row, rules), name: nameOfRow(row), nationalCode: NationalCode, phones: phonesOf(row) }
}

function phonesOf({ MobileNo, MobileNo2, TelNo, TelNo2 }: SiaghUser): string[] {
  return [MobileNo, MobileNo2, TelNo, TelNo2].flatMap((text) => text ?? [])
}
