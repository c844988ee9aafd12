import type { CopiedTable } from './tables'

/** How a database writes the n-th bound value, and the name of a table. */
export interface Spelling {
  readonly slot: (position: number) => string
  readonly table: (name: string) => string
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** The statement for a part of a table, in the order of its key. With `after`, the values of `after` come first. */
export function selectRows(table: CopiedTable, { slot, table: nameOf }: Spelling, version: number, after: boolean) {
  const { name, columns, key, since, before, added = {} } = table
  const older = before?.replace('from mapping', `from ${nameOf('mapping')}`) ?? `select ${nulls(columns)} limit 0`
  const source = version >= since ? nameOf(name) : `(${older}) as older`
  const behind = after ? `where (${list(key)}) > (${key.map((_, index) => slot(index + 1)).join(', ')})` : ''
  const columnOf = (column: string) => {
    const later = added[column]
    const isThere = version < since || later === undefined || version >= later.since
    return isThere ? `"${column}"` : `${later.before} as "${column}"`
  }
  const selected = columns.map(columnOf).join(', ')
  return `select ${selected} from ${source} ${behind} order by ${list(key)} limit ${slot(after ? key.length + 1 : 1)}`
}

/** The statement that inserts `count` rows. The values come one row after the other. */
export function insertRows({ name, columns }: CopiedTable, { slot, table: nameOf }: Spelling, count: number): string {
  const row = (index: number) => `(${columns.map((_, column) => slot(index * columns.length + column + 1)).join(', ')})`
  const rows = Array.from({ length: count }, (_, index) => row(index)).join(', ')
  return `insert into ${nameOf(name)} (${list(columns)}) values ${rows}`
}

const nulls = (columns: readonly string[]) => columns.map((name) => `null as "${name}"`).join(', ')
