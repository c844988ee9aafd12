import type { PostgresClient, PostgresPool } from '../postgres/pool'
import { answerTypes } from '../postgres/values'
import type { Asked } from './postgres-rows'

/** Lets `use` run statements in one transaction of this mode. If `use` rejects, the transaction is rolled back. */
export async function inTransaction<T>(pool: PostgresPool, mode: string, use: (ask: Asked) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A broken connection reports the error to its query, and as an event that would end the process if nobody
  // listened.
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

function asker(client: PostgresClient): Asked {
  return async (text, values = []) => {
    const { rows } = await client.query({ text, values: [...values], types: answerTypes })
    return rows
  }
}
