import { createNumbers } from './numbers'
import { noSuchRow, type Rows } from './rows'

const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * No rows yet. Rows are kept as bytes: a tenth of what they take as objects, and nothing for the garbage collector to look through. A row is kept
 * as JSON of its fields without those that say nothing (`null`, `undefined` and `''`), each name once for all rows. `at` gives a copy.
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

/** Bytes one after the other in large pieces. A row that is replaced stays where it is, and is not found any more. */
function createByteRows(): Rows<Uint8Array> {
  const chunks: Uint8Array[] = []
  // Of each row its chunk, where it begins there and where it ends.
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
 * Without a prototype, since V8 gives those no hidden class: with so many fields that may be missing, nearly every row would get
 * one of its own, which takes more memory than the row and is long kept.
 */
function fromFlat(flat: readonly unknown[], names: readonly string[]): object {
  const row = Object.create(null) as Record<string, unknown>
  for (let at = 0; at < flat.length; at += 2) row[names[Number(flat[at])] ?? ''] = flat[at + 1]
  return row
}
