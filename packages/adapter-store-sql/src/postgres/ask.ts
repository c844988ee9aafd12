import { createHash } from 'node:crypto'
import type { PostgresPool } from './pool'
import { answerTypes, toBound } from './values'
import { withClient } from './with-client'

/** Runs one statement in its own transaction with one round trip, and returns its rows. */
export type Ask = (statement: {
  readonly sql: string
  readonly parameters: readonly unknown[]
}) => Promise<readonly unknown[]>

/** How statements are run. */
export interface AskOptions {
  readonly timeoutMs: number
  /** Whether the server keeps the plans of the statements, under a name for each connection. */
  readonly named: boolean
}

/** Returns a function that runs statements on connections of the pool. */
export function createAsk(pool: PostgresPool, { timeoutMs, named }: AskOptions): Ask {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `siagh_sync_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
    return name
  }
  return ({ sql: text, parameters }) => {
    const values = parameters.map(toBound)
    const query = { text, values, types: answerTypes, ...(named && { name: nameOf(text) }) }
    return withClient(pool, timeoutMs, async (client) => (await client.query(query)).rows)
  }
}
