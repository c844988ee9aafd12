import type { Pool } from 'pg'
import type { PostgresPool, PostgresQuery } from '../src/postgres'

/** A pool that remembers every statement which goes through it. */
export function recordingPool(pool: Pool): { readonly pool: PostgresPool; readonly statements: PostgresQuery[] } {
  const statements: PostgresQuery[] = []
  return {
    statements,
    pool: {
      on: (event, listener) => pool.on(event, listener),
      off: (event, listener) => pool.off(event, listener),
      async connect() {
        const client = await pool.connect()
        return {
          query: (query) => {
            statements.push(query)
            return client.query(query)
          },
          on: (event, listener) => client.on(event, listener),
          off: (event, listener) => client.off(event, listener),
          release: (error) => client.release(error),
        }
      },
    },
  }
}
