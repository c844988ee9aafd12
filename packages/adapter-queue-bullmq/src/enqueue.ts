import { randomUUID } from 'node:crypto'
import { encodeText } from './encode-text'
import type { Line } from './engine'

/**
 * Requests one wake-up of `key`. Without a delay it needs one round trip: `reschedule` moves a waiting wake-up
 * forward, and `keepLastIfActive` adds one more run after the present one.
 */
export async function enqueue(line: Line, key: string, delayMs: number): Promise<void> {
  const id = encodeText(key)
  if (delayMs > 0) return enqueueLater(line, id, Math.ceil(delayMs))
  await line.add({ key: id }, { jobId: randomUUID(), deduplication: { id, keepLastIfActive: true, reschedule: true } })
}

/**
 * With a delay, BullMQ's own options would postpone an earlier wake-up: `reschedule` a waiting wake-up, and
 * `keepLastIfActive` the next run. So this looks at the key first, and changes only a wake-up that is due later.
 */
async function enqueueLater(line: Line, id: string, delayMs: number): Promise<void> {
  const jobId = randomUUID()
  const holder = await line.add({ key: id }, { jobId, delay: delayMs, deduplication: { id } })
  if (holder === jobId) return
  const { dueAt, nextDelayMs } = await line.look(id, holder)
  if (dueAt !== null) {
    if (dueAt > Date.now() + delayMs) await pullForward(line, holder, delayMs)
  } else if (nextDelayMs === null || nextDelayMs > delayMs) {
    await line.add({ key: id }, { jobId, delay: delayMs, deduplication: { id, keepLastIfActive: true } })
  }
}

/** BullMQ's codes for a job that does not exist, or does not wait for a time. */
const NO_LONGER_DELAYED: readonly unknown[] = [-1, -3]

/** Moves the job to `delayMs` from now. If a worker has taken the job meanwhile, nothing is needed. */
export async function pullForward(line: Pick<Line, 'changeDelay'>, jobId: string, delayMs: number): Promise<void> {
  try {
    await line.changeDelay(jobId, delayMs)
  } catch (error) {
    if (!NO_LONGER_DELAYED.includes((error as { readonly code?: unknown }).code)) throw error
  }
}
