/** Rows that stand in the contact list and are no contacts. */
export interface OddRows {
  /** Puts anything that JSON can hold at the head of the list. */
  readonly add: (row: unknown) => void
  /** The list with them. */
  readonly putInto: (list: Uint8Array) => Uint8Array
}

/** None yet. */
export const createOddRows = (): OddRows => {
  const rows: unknown[] = []
  return {
    add: (row) => void rows.push(row),
    putInto: (list) => {
      if (rows.length === 0) return list
      const isEmpty = list.byteLength === 2
      const head = JSON.stringify(rows).slice(0, -1) + (isEmpty ? '' : ',')
      return Buffer.concat([Buffer.from(head), list.subarray(1)])
    },
  }
}
