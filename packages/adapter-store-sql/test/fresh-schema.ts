import { randomUUID } from 'node:crypto'
import { Pool, type PoolConfig } from 'pg'

const URL = 'postgresql://root@127.0.0.1:5432/test'

/** A schema name of one test, and pools on its server. */
export interface FreshSchema {
  readonly schema: string
  /** Opens a pool that is ended with the schema. */
  readonly openPool: (config?: PoolConfig) => Pool
  /** Drops the schema and ends the pools. */
  readonly dispose: () => Promise<void>
}

/** Names a schema that is not there yet. */
export async function freshSchema(): Promise<FreshSchema> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const pools: Pool[] = []
  const openPool = (config: PoolConfig = {}) => {
    const pool = new Pool({ connectionString: URL, max: 4, ...config })
    pools.push(pool)
    return pool
  }
  return {
    schema,
    openPool,
    async dispose() {
      const pool = openPool()
      await pool.query(`drop schema if exists ${schema} cascade`)
      for (const each of pools) if (!each.ended) await each.end()
    },
  }
}
