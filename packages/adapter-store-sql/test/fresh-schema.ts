import { randomUUID } from 'node:crypto'
import { postgres } from '@siagh-sync/backends'
import type { Store } from '@siagh-sync/sync-core'
import { Pool, type PoolConfig } from 'pg'
import { afterAll, onTestFinished } from 'vitest'
import { postgresStore, type PostgresStoreOptions } from '../src/postgres'
import { valueOf } from './value-of'

/** The server of the tests: one that the variable names, to test with another version or through a pooler, or any that is to be had. */
export const url = process.env['SIAGH_SYNC_TEST_POSTGRES'] ?? (await postgres()).url

/** A pool of its own on the server of the tests, as another process would have one. The caller ends it. */
export const openPool = (config: PoolConfig = {}): Pool => new Pool({ connectionString: url, max: 4, ...config })

/** A pool for all tests of a file, ended after them. */
export function sharedPool(config: PoolConfig = {}): Pool {
  const pool = openPool(config)
  afterAll(() => pool.end())
  return pool
}

/** The name of a schema that is not there yet. */
export const freshSchemaName = (): string => `test_${randomUUID().replaceAll('-', '')}`

/** The name of a schema that is not there yet, and is dropped with the running test. */
export function freshSchema(pool: Pool): string {
  const schema = freshSchemaName()
  onTestFinished(() => dropSchema(pool, schema))
  return schema
}

/** Drops a schema with all that is in it, if it is there. */
export async function dropSchema(pool: Pool, schema: string): Promise<void> {
  await pool.query(`drop schema if exists ${schema} cascade`)
}

/** Opens a store that is closed with the running test. */
export async function openFor(
  pool: Pool,
  schema: string,
  options: Omit<PostgresStoreOptions, 'pool' | 'schema'> = {},
): Promise<Store> {
  const store = await postgresStore({ pool, schema, ...options })
  onTestFinished(() => valueOf(store.close()))
  return store
}
