import type { Dialect } from '../dialect/dialect'
import type { SiaghRow } from './siagh-row'
import { shownTmpid } from './tmpid-form'

const codes: ReadonlySet<string> = new Set(['Code', 'ParentCode', 'AccountPartyCode'] satisfies (keyof SiaghRow)[])

const flagOf: Readonly<Record<Dialect['flagsInList'], (flag: boolean) => unknown>> = {
  booleans: (flag) => flag,
  numbers: Number,
  texts: String,
}

const recordIdOf: Readonly<Record<Dialect['recordIdInList'], (id: string) => string>> = {
  'lower-case': (id) => id,
  capitals: (id) => id.toUpperCase(),
  braces: (id) => `{${id.toUpperCase()}}`,
}

/** A value as the list shows it; `undefined`: not at all. */
const shownValue = (name: string, value: unknown, dialect: Dialect): unknown => {
  if (name === 'AccountPartyCode' && value === null) {
    return { null: null, zero: 0, missing: undefined }[dialect.noAccountParty]
  }
  if (name === 'tmpid') {
    if (dialect.tmpidInList === 'left-out') return undefined
    if (typeof value === 'string' && value !== '') return shownTmpid(value, dialect.tmpidInList)
  }
  if (name === 'RecordId') return recordIdOf[dialect.recordIdInList](String(value))
  if (name === 'TowardType' && dialect.towardType === 'true-is-person') {
    return flagOf[dialect.flagsInList](value === false)
  }
  if (typeof value === 'boolean') return flagOf[dialect.flagsInList](value)
  if (typeof value === 'number' && codes.has(name)) return dialect.codesInList === 'texts' ? String(value) : value
  if (codes.has(name) || (value !== null && value !== '')) return value
  return { null: value, empty: '', missing: undefined }[dialect.emptyTextInList]
}

/** The row as the contact list shows it. */
export const shownRow = (row: SiaghRow, dialect: Dialect): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row)
      .map(([name, value]): [string, unknown] => [name, shownValue(name, value, dialect)])
      .filter(([, value]) => value !== undefined),
  )
