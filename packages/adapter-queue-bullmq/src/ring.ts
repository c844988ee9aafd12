import { randomUUID } from 'node:crypto'
import { encodeText } from './encode-text'
import type { Line } from './engine'

/**
 * Asks for one wake-up of `key`, in one round trip where it is wanted at once: `reschedule` pulls a wake-up that waits for its
 * time forward, `keepLastIfActive` has one more run follow the one under way.
 */
export async function ring(line: Line, key: string, delayMs: number): Promise<void> {
  const id = encodeText(key)
  if (delayMs > 0) return ringLater(line, id, Math.ceil(delayMs))
  await line.add({ key: id }, { jobId: randomUUID(), deduplication: { id, keepLastIfActive: true, reschedule: true } })
}

/**
 * With a delay, the engine's own means would put off what is to come sooner: `reschedule` a wake-up that is waiting,
 * `keepLastIfActive` the next run. So the key is looked at first, and only what is to come later is changed.
 */
async function ringLater(line: Line, id: string, delayMs: number): Promise<void> {
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

/** BullMQ's codes for a job that is not there, or does not wait for a time. */
const NO_LONGER_DELAYED: readonly unknown[] = [-1, -3]

/** Has the job come after `delayMs`. One that was taken meanwhile is being answered already, which is sooner. */
export async function pullForward(line: Pick<Line, 'changeDelay'>, jobId: string, delayMs: number): Promise<void> {
  try {
    await line.changeDelay(jobId, delayMs)
  } catch (error) {
    if (!NO_LONGER_DELAYED.includes((error as { readonly code?: unknown }).code)) throw error
  }
}
