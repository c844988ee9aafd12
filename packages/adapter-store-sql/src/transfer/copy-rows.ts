import { createHash, type Hash } from 'node:crypto'
import { refusal, storeSaying } from '../messages/refusal'
import type { Row, RowReader, RowWriter } from './store-place'
import { copiedTables, type CopiedTable } from './tables'

// A few hundred kilobytes at a time, for a store of any size.
const BATCH = 500

/** The content of a store. Equal contents have equal checksums in every database. */
export interface Contents {
  /** Rows by table. */
  readonly counts: Readonly<Record<CopiedTable['name'], number>>
  /** SHA-256 over all rows. */
  readonly checksum: string
  /** The latest time in it, in milliseconds since 1970. 0: there is none. */
  readonly latestAt: number
}

/** Copies every row, and reads the copy. Rejects if source and target differ at the end. */
export async function copyRows(source: RowReader, target: RowWriter): Promise<Contents> {
  const copied = await walk(source, (table, rows) => target.insert(table, rows))
  const arrived = await contentsOf(target)
  if (!isSame(copied, arrived)) throw refusal(storeSaying('arrived_otherwise'))
  return copied
}

/** Counts the rows and computes their checksum. */
export function contentsOf(rows: RowReader): Promise<Contents> {
  return walk(rows, async () => {})
}

/** Whether two stores have the same content. */
export function isSame(one: Contents, other: Contents): boolean {
  return one.checksum === other.checksum && copiedTables.every(({ name }) => one.counts[name] === other.counts[name])
}

async function walk(
  source: RowReader,
  visit: (table: CopiedTable, rows: readonly Row[]) => Promise<void>,
): Promise<Contents> {
  const hash = createHash('sha256')
  const counts = { mapping: 0, inbox: 0, journal: 0, mark: 0, origin: 0, gap: 0, held_change: 0, named_value: 0 }
  let latestAt = 0
  for (const table of copiedTables) {
    let last: Row | undefined
    do {
      const rows = await source.read(table, last, BATCH)
      for (const row of rows) {
        addTo(hash, table, row)
        latestAt = Math.max(latestAt, ...table.times.map((column) => Number(row[column] ?? 0)))
      }
      if (rows.length > 0) await visit(table, rows)
      counts[table.name] += rows.length
      last = rows.length < BATCH ? undefined : rows.at(-1)
    } while (last !== undefined)
  }
  return { counts, checksum: hash.digest('hex'), latestAt }
}

function addTo(hash: Hash, { name, columns }: CopiedTable, row: Row): void {
  hash.update(`${JSON.stringify([name, ...columns.map((column) => row[column])])}\n`)
}
