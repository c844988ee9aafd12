import type { SiaghUser } from '@siagh-sync/siagh-client'
import { typeOfRow } from '../identity/contact-fields'
import type { Rules } from '../rules'
import { likenessOf, type Likeness } from './likeness'
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
  const mobiles = new Map<string, number>()
  const codes = new Map<string, number>()
  const likeness = (row: SiaghUser) => likenessOf(describe(row, rules))
  const codeOf = (row: SiaghUser) => readCode(row.NationalCode ?? '', typeOfRow(row, rules)).text

  return {
    length: rows.length,
    at: rows.at,
    likenessOf: likeness,
    add(row) {
      rows.push(row)
      if (row.IsAdminUser) return
      for (const mobile of likeness(row).mobiles) count(mobiles, mobile)
      const code = codeOf(row)
      if (code !== '') count(codes, code)
    },
    suspicionsOf(row) {
      const suspicions: Suspicion[] = []
      if (likeness(row).mobiles.some((mobile) => (mobiles.get(mobile) ?? 0) > 1)) suspicions.push('mobile_twice')
      if ((codes.get(codeOf(row)) ?? 0) > 1) suspicions.push('national_code_twice')
      return suspicions
    },
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function describe(row: SiaghUser, rules: Rules) {
  const { NationalCode = '', MobileNo = '', MobileNo2 = '', TelNo = '', TelNo2 = '' } = row
  const phones = [MobileNo, MobileNo2, TelNo, TelNo2].filter((text) => text !== '')
  return { type: typeOfRow(row, rules), name: nameOfRow(row), nationalCode: NationalCode, phones }
}
