/** A list of objects of one shape, numbered from 0. */
export interface Rows<T> {
  readonly length: () => number
  readonly push: (row: T) => void
  /** Throws if there is no such row. */
  readonly at: (number: number) => T
  /** Replaces a row. */
  readonly set: (number: number, row: T) => void
}

/** Creates an empty list of plain objects. It is quick to read and needs much memory. */
export function createPlainRows<T>(): Rows<T> {
  const rows: T[] = []
  return {
    length: () => rows.length,
    push: (row) => void rows.push(row),
    at(number) {
      const row = rows[number]
      if (row === undefined) throw noSuchRow(number)
      return row
    },
    set: (number, row) => void (rows[number] = row),
  }
}

/** The error for a row number that does not exist. It is a bug of the caller. */
export function noSuchRow(number: number): RangeError {
  return new RangeError(`there is no row ${number}`)
}
