import { within } from '@siagh-sync/sync-core'
import type { PostgresClient, PostgresPool } from './pool'
import { isRefusal } from './sql-state'

const ignore = () => {}

/**
 * Lends a connection of the pool to `use`. Rejects if the pool takes longer than `timeoutMs`, or `use` longer than
 * `useMs`. A connection that is broken, hangs or is in the middle of a transaction is closed and not given back. The
 * pool opens another one.
 */
export async function withClient<T>(
  pool: PostgresPool,
  timeoutMs: number,
  use: (client: PostgresClient) => Promise<T>,
  useMs = timeoutMs,
): Promise<T> {
  const client = await connect(pool, timeoutMs)
  // A broken connection reports the error twice: to the query, which rejects, and as an event that would end the
  // process if nobody listened.
  client.on('error', ignore)
  let broken: Error | undefined
  try {
    return await within(useMs, `PostgreSQL gave no answer within ${useMs} ms`, use(client))
  } catch (cause) {
    if (!isRefusal(cause)) broken = cause instanceof Error ? cause : new Error(String(cause))
    throw cause
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

async function connect(pool: PostgresPool, timeoutMs: number): Promise<PostgresClient> {
  const connecting = pool.connect()
  try {
    return await within(timeoutMs, `the pool gave no connection within ${timeoutMs} ms`, connecting)
  } catch (cause) {
    // The pool may still bring a connection after the timeout. It is given back at once.
    connecting.then((late) => late.release(), ignore)
    throw cause
  }
}
