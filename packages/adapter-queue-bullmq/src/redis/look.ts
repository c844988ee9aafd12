import type { RedisConnection } from 'bullmq'
import type { Waiting } from '../engine'

/** The score of a delayed job holds the time in milliseconds, before twelve other bits. */
const SCORE_UNITS_PER_MS = 0x1000

/**
 * BullMQ has no function for these two values. The score of a delayed job says when it is due. The next job of a
 * deduplication id is in its own hash (`dn:<id>`) until the present run has ended.
 */
export async function look(
  connection: RedisConnection,
  toKey: (type: string) => string,
  id: string,
  jobId: string,
): Promise<Waiting> {
  const client = await connection.client
  const [score, next] = await Promise.all([
    client.zscore(toKey('delayed'), jobId),
    client.hget(toKey(`dn:${id}`), 'opts'),
  ])
  return {
    dueAt: score === null ? null : Math.floor(Number(score) / SCORE_UNITS_PER_MS),
    nextDelayMs: next === null ? null : delayOf(next),
  }
}

function delayOf(options: string): number {
  const { delay = 0 } = JSON.parse(options) as { readonly delay?: number }
  return delay
}
