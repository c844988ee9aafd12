import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow } from '../operation'
import type { LeasedWrites, RecordRows } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import { insertLease, type Term } from '../queries/leases'
import type { GapTable, HeldChangeTable, InboxTable, KeyColumns, MappingTable } from '../schema'

interface RecordJson {
  readonly entry: string | null
  readonly mapping: string | null
  readonly gaps: string
  readonly held_change: string | null
}

/**
 * Another run needs more time than this between its first visit and the end of its last: two transactions and the way
 * to its process between them. In seconds.
 */
const SHORTEST_RUN_S = 0.0002

/**
 * The first visit of a run, in one statement. It reads what was committed when it began. If a lease row existed then,
 * its holder may have written since, so the record is read again. It is read again too if the statement took long
 * enough for a whole run of another process: that one had its lease, and gave it back, after this statement began. If
 * a record is too old in spite of that, it does no harm, because every write of the run names the version and the
 * generation that it has read.
 */
export function beginRun(dialect: Dialect): Pick<LeasedWrites, 'begin' | 'readRecord'> {
  const { db } = dialect
  const begin = prepared((at: Slots<Term>) => ({
    compile: () =>
      sql<
        RecordJson & { readonly expires_at: number | null; readonly may_be_old: boolean }
      >`with taken as (${insertLease(dialect, at)})
        select (select expires_at from taken) as expires_at,
          exists ${leaseOf(dialect, at)}
            or extract(epoch from clock_timestamp() - statement_timestamp()) > ${sql.lit(SHORTEST_RUN_S)} as may_be_old,
          ${recordColumns(dialect, at)}`.compile(db),
  }))
  const read = prepared((at: Slots<KeyColumns>) => ({
    compile: () => sql<RecordJson>`select ${recordColumns(dialect, at)}`.compile(db),
  }))
  return {
    *begin(term) {
      const row = yield* firstRow(begin(term))
      if (row === undefined || row.expires_at === null) return undefined
      return { expires_at: row.expires_at, record: row.may_be_old ? null : toRecord(row) }
    },
    *readRecord(key) {
      const row = yield* firstRow(read(key))
      if (row === undefined) throw new Error('PostgreSQL returned no row for a record')
      return toRecord(row)
    },
  }
}

const toRecord = ({ entry, mapping, gaps, held_change }: RecordJson): RecordRows => ({
  entry: JSON.parse(entry ?? 'null') as InboxTable | null,
  mapping: JSON.parse(mapping ?? 'null') as MappingTable | null,
  gaps: JSON.parse(gaps) as GapTable[],
  heldChange: JSON.parse(held_change ?? 'null') as HeldChangeTable | null,
})

const recordColumns = (dialect: Dialect, at: Slots<KeyColumns>) =>
  sql`${entryOf(dialect, at)} as entry, ${mappingOf(dialect, at)} as mapping, ${allGaps(dialect)} as gaps,
    ${heldChangeOf(dialect, at)} as held_change`

const leaseOf = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db
    .selectFrom('lease')
    .select('token')
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

const entryOf = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db
    .selectFrom('inbox')
    .select(sql<string>`to_json(inbox)`.as('row'))
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

const mappingOf = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db
    .selectFrom('mapping')
    .select(sql<string>`to_json(mapping)`.as('row'))
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

const heldChangeOf = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db
    .selectFrom('held_change')
    .select(sql<string>`to_json(held_change)`.as('row'))
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

const allGaps = ({ db }: Dialect) =>
  db.selectFrom('gap').select(sql<string>`coalesce(json_agg(gap order by restored_at), '[]')`.as('rows'))
