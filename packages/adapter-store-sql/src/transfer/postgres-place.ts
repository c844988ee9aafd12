import { migrations } from '../migrations'
import { postgresDialect } from '../postgres/dialect'
import { openSchema } from '../postgres/open-schema'
import type { PostgresClient, PostgresPool } from '../postgres/pool'
import { checkSchemaName } from '../postgres/schema-name'
import { sqlStateOf } from '../postgres/sql-state'
import { answerTypes } from '../postgres/values'
import { postgresFence } from './fence'
import { postgresRows, type Asked } from './postgres-rows'
import type { StorePlace } from './store-place'
import { copiedTables } from './tables'

/** Which schema of which database. */
export interface PostgresPlaceOptions {
  /** A `pg.Pool` without a `query_timeout`: a copy takes as long as it takes. */
  readonly pool: PostgresPool
  /** Default `siagh_sync`. */
  readonly schema?: string
  /** What the place is called in messages: the address without its password. */
  readonly address: string
}

const TIMEOUT_MS = 10_000

/** The store in a schema of a PostgreSQL database. */
export function postgresPlace({ pool, schema: given = 'siagh_sync', address }: PostgresPlaceOptions): StorePlace {
  checkSchemaName(given)
  const schema = `"${given.replaceAll('"', '""')}"`
  const name = `${address} (schema ${given})`
  const open = () => openSchema(pool, TIMEOUT_MS, postgresDialect(given), given)
  const tables = [...copiedTables.map((table) => table.name), 'lease'].map((table) => `${schema}.${table}`)

  const isEmptyAt = (version: number) => async (ask: Asked) => {
    const filled = copiedTables.filter(({ name: table, since }) => table !== 'origin' && since <= version)
    for (const { name: table } of filled)
      if ((await ask(`select 1 from ${schema}.${table} limit 1`)).length > 0) return false
    return true
  }

  return {
    name,
    isEmpty: async () => inTransaction(pool, 'read only', isEmptyAt(await versionIn(pool, schema))),
    async read(use) {
      const version = await versionIn(pool, schema)
      if (version === 0) throw new Error(`${name} holds no store`)
      if (version > migrations.length)
        throw new Error(`a newer version of siagh-sync has written ${name}; use that version`)
      return inTransaction(pool, 'isolation level repeatable read read only', (ask) =>
        use(postgresRows(ask, schema, version)),
      )
    },
    async fill(use) {
      await open()
      return inTransaction(pool, '', async (ask) => {
        await lock(ask, tables, name)
        if (!(await isEmptyAt(migrations.length)(ask)))
          throw new Error(`${name} holds a store already; name another schema`)
        await ask(`delete from ${schema}.origin`)
        const answer = await use(postgresRows(ask, schema, migrations.length))
        await ask(
          `select setval(pg_get_serial_sequence($1, 'place'),
          (select coalesce(max(place), 0) + 1 from ${schema}.journal), false)`,
          [`${schema}.journal`],
        )
        return answer
      })
    },
    async handOver(movedTo, use) {
      if ((await versionIn(pool, schema)) === 0) throw new Error(`${name} holds no store`)
      await open()
      return inTransaction(pool, '', async (ask) => {
        await lock(ask, tables, name)
        await refuseHeld(ask, schema, name)
        const answer = await use(postgresRows(ask, schema, migrations.length))
        await ask(`insert into ${schema}.move (moved_at, place) values ($1, $2)`, [Date.now(), movedTo])
        for (const statement of postgresFence(schema, movedTo)) await ask(statement)
        return answer
      })
    },
  }
}

/** 0 where there is no store. */
async function versionIn(pool: PostgresPool, schema: string): Promise<number> {
  return inTransaction(pool, 'read only', async (ask) => {
    const [table] = await ask('select to_regclass($1::text) is not null as there', [`${schema}.siagh_sync_version`])
    if (!isTrue(table, 'there')) return 0
    const [row] = await ask(`select version from ${schema}.siagh_sync_version`)
    return Number(valueIn(row, 'version') ?? 0)
  })
}

/** Nobody else writes until the transaction ends; who reads is not held up. */
async function lock(ask: Asked, tables: readonly string[], name: string): Promise<void> {
  await ask(`set local lock_timeout = ${TIMEOUT_MS}`)
  await ask(`lock table ${tables.join(', ')} in share row exclusive mode`).catch((cause: unknown) => {
    const advice = sqlStateOf(cause) === '55P03' ? 'a process is at work on it: stop it first' : String(cause)
    throw new Error(`${name} cannot be locked: ${advice}`, { cause })
  })
}

async function refuseHeld(ask: Asked, schema: string, name: string): Promise<void> {
  const [row] = await ask(
    `select max(expires_at) as until from ${schema}.lease where expires_at > extract(epoch from clock_timestamp()) * 1000`,
  )
  const until = valueIn(row, 'until')
  if (typeof until !== 'number') return
  throw new Error(
    `${name} is in use: a record is being handled until ${new Date(until).toISOString()}; stop the service, and wait until then if it has died`,
  )
}

async function inTransaction<T>(pool: PostgresPool, mode: string, use: (ask: Asked) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const ignore = () => {}
  client.on('error', ignore)
  const ask = asker(client)
  let broken: Error | undefined
  try {
    await ask(`begin ${mode}`)
    const answer = await use(ask)
    await ask('commit')
    return answer
  } catch (cause) {
    broken = await ask('rollback').then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    )
    throw cause
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

const asker =
  (client: PostgresClient): Asked =>
  async (text, values = []) =>
    (await client.query({ text, values: [...values], types: answerTypes })).rows

const valueIn = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined

const isTrue = (row: unknown, name: string) => valueIn(row, name) === true
