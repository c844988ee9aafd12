import type { SiaghUser } from '@siagh-sync/siagh-client'

/**
 * What this process has written to Siagh. Writes and list readings are counted together: a reading that began before
 * a write may not show that write.
 */
export interface OwnWrites {
  /** The place of a reading that begins now. The first place is 1. */
  readonly nextPlace: () => number
  /** Notes a contact that was written just now. */
  readonly note: (row: SiaghUser) => void
  /** The place of the last write of a contact. 0: there was none, or a list has shown the write since then. */
  readonly placeOf: (code: number) => number
  /** The contacts that were written after the reading at `place` began. */
  readonly after: (place: number) => readonly SiaghUser[]
  /** Removes and returns the contacts that were written before the reading began, because that reading shows them. */
  readonly forgetBefore: (place: number) => readonly SiaghUser[]
}

/** Creates the record of writes. It is empty. */
export function createOwnWrites(): OwnWrites {
  let counter = 0
  const written = new Map<number, { readonly row: SiaghUser; readonly place: number }>()
  const nextPlace = () => (counter += 1)
  return {
    nextPlace,
    note: (row) => void written.set(row.Code, { row, place: nextPlace() }),
    placeOf: (code) => written.get(code)?.place ?? 0,
    after: (place) => [...written.values()].filter((write) => write.place > place).map(({ row }) => row),
    forgetBefore(place) {
      const shown = [...written.values()].filter((write) => write.place < place).map(({ row }) => row)
      for (const { Code } of shown) written.delete(Code)
      return shown
    },
  }
}
