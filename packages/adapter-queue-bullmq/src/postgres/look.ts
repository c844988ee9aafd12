import type { PostgresConnection } from 'bullmq'
import type { Waiting } from '../engine'

/** BullMQ has no function for these two values. Numbers come as text, because `pg` returns `bigint` as text. */
const LOOK = `
  SELECT (SELECT process_at_ms FROM job WHERE queue = $1 AND id = $3 AND state = 'delayed') AS due_at,
         (SELECT COALESCE(payload->'opts'->>'delay', '0') FROM dedup_next WHERE queue = $1 AND dedup_id = $2) AS next_delay_ms`

interface Row {
  readonly due_at: string | null
  readonly next_delay_ms: string | null
}

/**
 * Reads BullMQ's own tables: when a delayed job is due, and the delay of the next job that waits for the end of the
 * present run.
 */
export async function look({ pool }: PostgresConnection, name: string, id: string, jobId: string): Promise<Waiting> {
  const { rows } = await pool.query<Row>(LOOK, [name, id, jobId])
  const number = (text: string | null | undefined) => (text == null ? null : Number(text))
  return { dueAt: number(rows[0]?.due_at), nextDelayMs: number(rows[0]?.next_delay_ms) }
}
