import { migrations } from '../migrations'
import { postgresDialect } from '../postgres/dialect'
import { openSchema } from '../postgres/open-schema'
import type { PostgresPool } from '../postgres/pool'
import { checkSchemaName } from '../postgres/schema-name'
import { refusal, storeSaying } from '../messages/refusal'
import { postgresFence } from './fence'
import { postgresRows, type Asked } from './postgres-rows'
import { inTransaction } from './postgres-transaction'
import { isEmptyAt, lock, refuseHeld, refuseMoved, versionIn, type SchemaName } from './postgres-schema'
import type { StorePlace } from './store-place'

/** The schema and the database of the store. */
export interface PostgresPlaceOptions {
  /** A `pg.Pool` without a `query_timeout`, because a copy may take long. */
  readonly pool: PostgresPool
  /** Default `siagh_sync`. */
  readonly schema?: string
  /** The name of the place in messages: the address without its password. */
  readonly address: string
}

const TIMEOUT_MS = 10_000
const SNAPSHOT = 'isolation level repeatable read read only'

/** The store in a schema of a PostgreSQL database. */
export function postgresPlace({ pool, schema: given = 'siagh_sync', address }: PostgresPlaceOptions): StorePlace {
  checkSchemaName(given)
  const schema: SchemaName = { quoted: `"${given.replaceAll('"', '""')}"`, shown: `${address} (schema ${given})` }
  const rowsOf = (ask: Asked, version = migrations.length) => postgresRows(ask, schema.quoted, version)
  const version = () => inTransaction(pool, 'read only', (ask) => versionIn(ask, schema))
  /** Brings the schema up to date, and prevents all other writers from writing. */
  const alone = async <T>(use: (ask: Asked) => Promise<T>): Promise<T> => {
    await openSchema(pool, TIMEOUT_MS, postgresDialect(given), given)
    return inTransaction(pool, '', async (ask) => {
      await lock(ask, schema, TIMEOUT_MS)
      return use(ask)
    })
  }

  return {
    name: schema.shown,
    isEmpty: async () => {
      const found = await version()
      return inTransaction(pool, 'read only', (ask) => isEmptyAt(ask, schema, found))
    },
    async read(use) {
      const found = await version()
      checkVersion(found, schema)
      return inTransaction(pool, SNAPSHOT, async (ask) => {
        await refuseMoved(ask, schema, found)
        return use(rowsOf(ask, found))
      })
    },
    fill: (use) => alone((ask) => fillSchema(ask, schema, () => use(rowsOf(ask)))),
    async handOver(movedTo, use) {
      if ((await version()) === 0) throw refusal(storeSaying('holds_no_store', { place: schema.shown }))
      return alone(async (ask) => {
        await refuseHeld(ask, schema)
        const answer = await use(rowsOf(ask))
        await ask(`insert into ${schema.quoted}.move (moved_at, place) values ($1, $2)`, [Date.now(), movedTo])
        for (const statement of postgresFence(schema.quoted, movedTo)) await ask(statement)
        return answer
      })
    },
  }
}

function checkVersion(found: number, { shown }: SchemaName): void {
  if (found === 0) throw refusal(storeSaying('holds_no_store', { place: shown }))
  if (found > migrations.length) {
    throw refusal(storeSaying('written_by_newer_version', { place: shown, found, known: migrations.length }))
  }
}

async function fillSchema<T>(ask: Asked, { quoted, shown }: SchemaName, fill: () => Promise<T>): Promise<T> {
  if (!(await isEmptyAt(ask, { quoted, shown }, migrations.length)))
    throw refusal(storeSaying('schema_holds_store', { place: shown }))
  await ask(`delete from ${quoted}.origin`)
  const answer = await fill()
  await ask(
    `select setval(pg_get_serial_sequence($1, 'place'), (select coalesce(max(place), 0) + 1 from ${quoted}.journal), false)`,
    [`${quoted}.journal`],
  )
  return answer
}
