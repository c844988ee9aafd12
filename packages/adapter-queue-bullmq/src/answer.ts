import type { Handled, Handler } from '@siagh-sync/sync-core'
import { DelayedError, type Job, type Processor } from 'bullmq'
import { decodeText } from './encode-text'
import type { Line, WakeUp } from './engine'
import { pullForward } from './enqueue'

/** Handles BullMQ's jobs with `handler`. `line`: the wake-ups of the same topic. */
export function answerWith(handler: Handler, line: () => Line | Promise<Line>): Processor<WakeUp, void> {
  return async (job, token) => {
    const handled = await call(handler, decodeText(job.data.key))
    switch (handled.status) {
      case 'done':
        return
      case 'again':
        return wakeAgain(job, token, Math.max(0, Math.ceil(handled.delayMs)), line)
    }
  }
}

/**
 * A handler must not reject. If it does, this wake-up is over: the sweep enqueues the record again if it is still
 * noted.
 */
async function call(handler: Handler, key: string): Promise<Handled> {
  try {
    return await handler(key)
  } catch {
    return { status: 'done' }
  }
}

/**
 * Puts the job back with a delay. Exception: another wake-up of its key was requested meanwhile and is due earlier.
 * Then the job ends, and BullMQ adds the next one. A request between the first look and the move is found by the
 * second look. Then there may be one run too many, but never one too few.
 */
async function wakeAgain(
  job: Job<WakeUp, void>,
  token: string | undefined,
  delayMs: number,
  line: () => Line | Promise<Line>,
) {
  const nextDelayMs = async () => {
    try {
      return (await (await line()).look(job.data.key, job.id ?? '')).nextDelayMs
    } catch {
      // The engine is away. The store has noted what was requested meanwhile, and the sweep finds it.
      return null
    }
  }
  const before = await nextDelayMs()
  if (before !== null && before <= delayMs) return
  await job.moveToDelayed(Date.now() + delayMs, token)
  const after = await nextDelayMs()
  if (after !== null && after < delayMs) await pullForward(await line(), job.id ?? '', after)
  throw new DelayedError()
}
