import { reasonOf } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { sqlStateOf } from '../postgres/sql-state'
import type { Asked } from './postgres-rows'
import { copiedTables } from './tables'

/** The name of a schema in statements, and in messages. */
export interface SchemaName {
  readonly quoted: string
  readonly shown: string
}

const LOCK_NOT_AVAILABLE = '55P03'

/** The version of the schema. 0: there is no store. */
export async function versionIn(ask: Asked, { quoted }: SchemaName): Promise<number> {
  const [table] = await ask('select to_regclass($1::text) is not null as there', [`${quoted}.siagh_sync_version`])
  if (valueIn(table, 'there') !== true) return 0
  const [row] = await ask(`select version from ${quoted}.siagh_sync_version`)
  return Number(valueIn(row, 'version') ?? 0)
}

/** Whether the store is empty. The recorded servers do not count, because nothing is lost with them. */
export async function isEmptyAt(ask: Asked, { quoted }: SchemaName, version: number): Promise<boolean> {
  const filled = copiedTables.filter(({ name, since }) => name !== 'origin' && since <= version)
  for (const { name } of filled) if ((await ask(`select 1 from ${quoted}.${name} limit 1`)).length > 0) return false
  return true
}

/** Locks the tables: nobody else can write until the transaction ends. Readers do not wait. */
export async function lock(ask: Asked, { quoted, shown }: SchemaName, timeoutMs: number): Promise<void> {
  const tables = [...copiedTables.map(({ name }) => name), 'lease'].map((name) => `${quoted}.${name}`)
  await ask(`set local lock_timeout = ${timeoutMs}`)
  await ask(`lock table ${tables.join(', ')} in share row exclusive mode`).catch((cause: unknown) => {
    const isTaken = sqlStateOf(cause) === LOCK_NOT_AVAILABLE
    const reason = reasonOf(cause)
    throw refusal(
      isTaken
        ? storeSaying('schema_locked', { place: shown })
        : storeSaying('schema_not_lockable', { place: shown, reason }),
      { cause },
    )
  })
}

/** Throws while a record is being handled: a write for it may still arrive. */
export async function refuseHeld(ask: Asked, { quoted, shown }: SchemaName): Promise<void> {
  const [row] = await ask(
    `select max(expires_at) as until from ${quoted}.lease where expires_at > extract(epoch from clock_timestamp()) * 1000`,
  )
  const until = valueIn(row, 'until')
  if (typeof until !== 'number') return
  throw refusal(storeSaying('schema_in_use_until', { place: shown, time: new Date(until).toISOString() }))
}

/** Throws if the store was moved to another place. Versions before 3 had no moves. */
export async function refuseMoved(ask: Asked, { quoted, shown }: SchemaName, version: number): Promise<void> {
  if (version < 3) return
  const [row] = await ask(`select place from ${quoted}.move order by moved_at desc limit 1`)
  if (row !== undefined) throw refusal(storeSaying('moved_away', { place: shown, to: String(valueIn(row, 'place')) }))
}

const valueIn = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
