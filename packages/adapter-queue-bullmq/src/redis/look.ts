import type { RedisConnection } from 'bullmq'
import type { Waiting } from '../engine'

/** In the score of a delayed job the time stands before twelve bits of something else. */
const SCORE_UNITS_PER_MS = 0x1000

/**
 * BullMQ has no question for either: when a delayed job is due is the score in its set, and the next job of a deduplication id
 * stands in a hash of its own (`dn:<id>`) until the run under way has ended.
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
