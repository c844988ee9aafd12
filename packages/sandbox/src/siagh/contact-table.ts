import { foldedPhone, mobilesIn } from '../persian/phone-numbers'
import { createNumberIndex } from './number-index'
import type { SiaghRow } from './siagh-row'

/** Siagh's contacts, with the indexes that keep a save from looking at every row. */
export interface ContactTable {
  get(code: number): SiaghRow | undefined
  all(): readonly SiaghRow[]
  /** Writes the row under its code, new or not. */
  put(row: SiaghRow): void
  remove(code: number): boolean
  /** The code of the next new contact: codes grow and are never given twice. */
  nextCode(): number
  mobileTaken(mobile: string, except: number | undefined): boolean
  phoneTaken(phone: string, except: number | undefined): boolean
  /** The whole list as JSON, serialised again only where rows have changed. */
  listAsJson(): Uint8Array
}

/** Codes of contacts made by the API start here, well above those that an installation already has. */
const firstCode = 8356

const phonesOf = (text: string | null): string[] => {
  const phone = foldedPhone(text)
  return phone === '' ? [] : [phone]
}

/** An empty table. */
export const createContactTable = (options: { readonly tmpidInList: boolean }): ContactTable => {
  const rows = new Map<number, SiaghRow>()
  const texts = new Map<number, string>()
  const mobiles = createNumberIndex()
  const phones = createNumberIndex()
  let highest = firstCode - 1
  let list: Uint8Array | undefined

  const forget = (row: SiaghRow): void => {
    mobiles.remove(mobilesIn(row.MobileNo), row.Code)
    phones.remove(phonesOf(row.TelNo), row.Code)
    texts.delete(row.Code)
    list = undefined
  }
  const textOf = (row: SiaghRow): string => {
    const known = texts.get(row.Code)
    if (known !== undefined) return known
    const { tmpid: _hidden, ...shown } = row
    const text = JSON.stringify(options.tmpidInList ? row : shown)
    texts.set(row.Code, text)
    return text
  }

  return {
    get: (code) => rows.get(code),
    all: () => [...rows.values()],
    put: (row) => {
      const old = rows.get(row.Code)
      if (old !== undefined) forget(old)
      rows.set(row.Code, row)
      mobiles.add(mobilesIn(row.MobileNo), row.Code)
      phones.add(phonesOf(row.TelNo), row.Code)
      highest = Math.max(highest, row.Code)
      list = undefined
    },
    remove: (code) => {
      const old = rows.get(code)
      if (old !== undefined) forget(old)
      return rows.delete(code)
    },
    nextCode: () => (highest += 1),
    mobileTaken: (mobile, except) => mobiles.takenByAnother(mobilesIn(mobile), except),
    phoneTaken: (phone, except) => phones.takenByAnother(phonesOf(phone), except),
    listAsJson: () => (list ??= new TextEncoder().encode(`[${[...rows.values()].map(textOf).join(',')}]`)),
  }
}
