/** Objects of one shape, kept as bytes: a tenth of what they take as objects, and nothing for the garbage collector to look through. */
export interface PackedRows<T> {
  readonly length: () => number
  readonly push: (row: T) => void
  /** A copy. Throws where there is no such row. */
  readonly at: (index: number) => T
}

const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * No rows yet. A row is kept as JSON of its fields without those that say nothing (`null`, `undefined` and `''`), each name once
 * for all rows.
 */
export function createPackedRows<T extends object>(): PackedRows<T> {
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
  return {
    length: bytes.length,
    push(row) {
      const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined && value !== '')
      const flat = said.flatMap(([name, value]) => [numberOf(name), value as unknown])
      bytes.push(encoder.encode(JSON.stringify(flat)))
    },
    at(index) {
      const flat: unknown = JSON.parse(decoder.decode(bytes.at(index)))
      return fromFlat(flat as readonly unknown[], names) as T
    },
  }
}

interface Chunk {
  readonly bytes: Uint8Array
  used: number
}

function createByteRows(): PackedRows<Uint8Array> {
  const chunks: Chunk[] = []
  const places: { readonly chunk: number[]; readonly start: number[]; readonly end: number[] } = {
    chunk: [],
    start: [],
    end: [],
  }
  const roomFor = (length: number): Chunk => {
    const last = chunks.at(-1)
    if (last && last.bytes.length - last.used >= length) return last
    const chunk = { bytes: new Uint8Array(Math.max(CHUNK_BYTES, length)), used: 0 }
    chunks.push(chunk)
    return chunk
  }
  return {
    length: () => places.end.length,
    push(row) {
      const chunk = roomFor(row.length)
      chunk.bytes.set(row, chunk.used)
      places.chunk.push(chunks.length - 1)
      places.start.push(chunk.used)
      chunk.used += row.length
      places.end.push(chunk.used)
    },
    at(index) {
      const chunk = chunks[places.chunk[index] ?? -1]
      if (!chunk) throw new RangeError(`there is no row ${index}`)
      return chunk.bytes.subarray(places.start[index], places.end[index])
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
