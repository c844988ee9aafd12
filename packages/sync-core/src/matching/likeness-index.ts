import { createHashIndex } from './hash-index'
import type { Likeness } from './likeness'

/** The ways in which two records may be alike. The surest way comes first. */
export const LIKE_BY = ['nationalCode', 'mobile', 'nameAndPhone'] as const

/** The records of one system that are like a record of the other, by number. */
type Alike = Readonly<Record<(typeof LIKE_BY)[number], readonly number[]>>

/** Finds the records that are like a given one. */
export interface LikenessIndex {
  readonly add: (likeness: Likeness, number: number) => void
  readonly alike: (likeness: Likeness) => Alike
}

/** Creates an empty index. */
export function createLikenessIndex(): LikenessIndex {
  const ways = { nationalCode: createHashIndex(), mobile: createHashIndex(), nameAndPhone: createHashIndex() }
  return {
    add({ nationalCode, mobiles, nameAndPhones }, number) {
      if (nationalCode !== undefined) ways.nationalCode.add(nationalCode, number)
      for (const mobile of mobiles) ways.mobile.add(mobile, number)
      for (const key of nameAndPhones) ways.nameAndPhone.add(key, number)
    },
    alike: ({ nationalCode, mobiles, nameAndPhones }) => ({
      nationalCode: nationalCode === undefined ? [] : ways.nationalCode.of(nationalCode),
      mobile: [...new Set(mobiles.flatMap((mobile) => ways.mobile.of(mobile)))],
      nameAndPhone: [...new Set(nameAndPhones.flatMap((key) => ways.nameAndPhone.of(key)))],
    }),
  }
}
