import type { Speech } from '../dialect/dialect'
import { foldedPhone, mobilesIn } from '../persian/phone-numbers'
import { createLaggingView } from '../lagging-view'
import { createListCache } from './list-cache'
import { createNumberIndex, type NumberIndex } from './number-index'
import { shownRow } from './shown-row'
import type { SiaghRow } from './siagh-row'

/** Siagh's contacts, with the indexes that keep a save from looking at every row. */
export interface ContactTable {
  readonly get: (code: number) => SiaghRow | undefined
  readonly all: () => readonly SiaghRow[]
  /** All rows as the list shows them. */
  readonly shown: () => readonly Readonly<Record<string, unknown>>[]
  /** Writes the row under its code, new or not. */
  readonly put: (row: SiaghRow) => void
  readonly remove: (code: number) => boolean
  /** The code of the next new contact: codes grow and are never given twice. */
  readonly nextCode: () => number
  readonly mobileTaken: (mobile: string, except: number | undefined) => boolean
  readonly phoneTaken: (phone: string, except: number | undefined) => boolean
  /** The whole list as JSON, serialised again only where rows have changed. */
  readonly listAsJson: () => Uint8Array
}

/** Codes of contacts made by the API start here, well above those that an installation already has. */
const firstCode = 8356

interface Indexes {
  readonly mobiles: NumberIndex
  readonly phones: NumberIndex
}

const phonesOf = (text: string | null): string[] => {
  const phone = foldedPhone(text)
  return phone === '' ? [] : [phone]
}

const addNumbers = (row: SiaghRow, { mobiles, phones }: Indexes): void => {
  mobiles.add(mobilesIn(row.MobileNo), row.Code)
  phones.add(phonesOf(row.TelNo), row.Code)
}

const removeNumbers = (row: SiaghRow, { mobiles, phones }: Indexes): void => {
  mobiles.remove(mobilesIn(row.MobileNo), row.Code)
  phones.remove(phonesOf(row.TelNo), row.Code)
}

/** An empty table. */
export const createContactTable = (speech: Speech, now: () => number): ContactTable => {
  const rows = new Map<number, SiaghRow>()
  const indexes: Indexes = { mobiles: createNumberIndex(), phones: createNumberIndex() }
  const list = createListCache(speech)
  const view = createLaggingView<number, SiaghRow>(now, () => speech.now().contactListLag)
  let highest = firstCode - 1

  return {
    get: (code) => rows.get(code),
    all: () => [...rows.values()],
    shown: () => view.rows().map((row) => shownRow(row, speech.now())),
    put: (row) => {
      const old = rows.get(row.Code)
      if (old !== undefined) removeNumbers(old, indexes)
      rows.set(row.Code, row)
      addNumbers(row, indexes)
      view.changed(row.Code, row)
      highest = Math.max(highest, row.Code)
    },
    remove: (code) => {
      const old = rows.get(code)
      if (old !== undefined) removeNumbers(old, indexes)
      view.changed(code, undefined)
      return rows.delete(code)
    },
    nextCode: () => (highest += 1),
    mobileTaken: (mobile, except) => indexes.mobiles.takenByAnother(mobilesIn(mobile), except),
    phoneTaken: (phone, except) => indexes.phones.takenByAnother(phonesOf(phone), except),
    listAsJson: () => list.of(view.rows()),
  }
}
