import { createNumbers } from './numbers'
import { noSuchRow, type Rows } from './rows'

const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * Creates an empty list of rows that are kept as bytes. They need a tenth of the memory of objects, and the garbage
 * collector does not search them. A row is kept as JSON of its fields without the empty ones (`null`, `undefined` and
 * `''`). Each field name is kept once for all rows. `at` returns a copy.
 */
export function createPackedRows<T extends object>(): Rows<T> {
  const bytes = createByteRows()
  const names: string[] = []
  const numbers = new Map<string, number>()
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()

  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  const pack = (row: T): Uint8Array => {
    const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== '')
    return encoder.encode(JSON.stringify(said.flatMap(([name, value]) => [numberOf(name), value as unknown])))
  }
  return {
    length: bytes.length,
    push: (row) => bytes.push(pack(row)),
    set: (number, row) => bytes.set(number, pack(row)),
    at(number) {
      const flat: unknown = JSON.parse(decoder.decode(bytes.at(number)))
      return fromFlat(flat as readonly unknown[], names) as T
    },
  }
}

/** Bytes one after the other in large pieces. A replaced row stays in memory, but is not found any more. */
function createByteRows(): Rows<Uint8Array> {
  const chunks: Uint8Array[] = []
  // For each row: its chunk, its start in the chunk and its end.
  const places = createNumbers()
  let used = CHUNK_BYTES
  const write = (row: Uint8Array): readonly [number, number, number] => {
    let chunk = chunks.at(-1)
    if (!chunk || chunk.length - used < row.length) {
      chunk = new Uint8Array(Math.max(CHUNK_BYTES, row.length))
      chunks.push(chunk)
      used = 0
    }
    const start = used
    chunk.set(row, start)
    used += row.length
    return [chunks.length - 1, start, used]
  }
  return {
    length: () => places.length() / 3,
    push(row) {
      for (const number of write(row)) places.push(number)
    },
    set(number, row) {
      for (const [at, place] of write(row).entries()) places.set(number * 3 + at, place)
    },
    at(number) {
      const chunk = chunks[places.at(number * 3) ?? -1]
      if (!chunk) throw noSuchRow(number)
      return chunk.subarray(places.at(number * 3 + 1), places.at(number * 3 + 2))
    },
  }
}

/**
 * Makes an object without a prototype, because V8 gives such an object no hidden class. With so many optional fields
 * nearly every row would get a hidden class of its own. A hidden class needs more memory than the row and is kept for
 * long.
 */
function fromFlat(flat: readonly unknown[], names: readonly string[]): object {
  const row = Object.create(null) as Record<string, unknown>
  for (let at = 0; at < flat.length; at += 2) row[names[Number(flat[at])] ?? ''] = flat[at + 1]
  return row
}
