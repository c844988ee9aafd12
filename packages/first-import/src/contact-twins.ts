import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules, Suspicion } from '@siagh-sync/sync-core'
import { createHashIndex, mobilesOfContact, readCode, typeOfRow } from '@siagh-sync/sync-core/matching'

/** Suspicions that come from a comparison with all other contacts: this contact shares a number with another one. */
export interface ContactTwins {
  readonly add: (row: SiaghUser, number: number) => void
  readonly suspicionsOf: (row: SiaghUser) => Suspicion[]
}

/** Creates an empty index. Siagh's own users are left out. */
export function createContactTwins(rules: Rules): ContactTwins {
  const mobiles = createHashIndex()
  const codes = createHashIndex()
  const codeOf = (row: SiaghUser) => readCode(row.NationalCode ?? '', typeOfRow(row, rules)).text
  return {
    add(row, number) {
      if (row.IsAdminUser) return
      for (const mobile of mobilesOfContact(row)) mobiles.add(mobile, number)
      const code = codeOf(row)
      if (code !== '') codes.add(code, number)
    },
    suspicionsOf(row) {
      const suspicions: Suspicion[] = []
      if (mobilesOfContact(row).some((mobile) => mobiles.of(mobile).length > 1)) suspicions.push('mobile_twice')
      if (codes.of(codeOf(row)).length > 1) suspicions.push('national_code_twice')
      return suspicions
    },
  }
}
