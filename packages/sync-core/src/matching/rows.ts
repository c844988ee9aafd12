/** A list of objects of one shape, numbered from 0. */
export interface Rows<T> {
  readonly length: () => number
  readonly push: (row: T) => void
  /** Throws where there is no such row. */
  readonly at: (number: number) => T
  /** Puts a row in the place of one that is there. */
  readonly set: (number: number, row: T) => void
}

/** No rows yet. The objects are kept as they are: quick to read, large in memory. */
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

/** A number that counts no row is a bug of the caller. */
export function noSuchRow(number: number): RangeError {
  return new RangeError(`there is no row ${number}`)
}
