import type { Handled, Handler } from '@siagh-sync/sync-core'
import { DelayedError, type Job, type Processor } from 'bullmq'
import { decodeText } from './encode-text'
import type { Line, WakeUp } from './engine'
import { pullForward } from './ring'

/** Answers BullMQ's jobs with `handler`. `line` is where the wake-ups of the same topic are looked at. */
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

/** A handler never rejects by contract. One that does is done with this wake-up: the sweep rings again for what is noted. */
async function call(handler: Handler, key: string): Promise<Handled> {
  try {
    return await handler(key)
  } catch {
    return { status: 'done' }
  }
}

/**
 * Puts the job back with a delay, unless its key was rung meanwhile and is to come sooner: then ending the job is what makes
 * BullMQ add the next. A ring between the look and the move is found by the second look; it may then be followed by one run
 * too many, never by none.
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
      // The engine went away. What was rung meanwhile is noted in the store, and the sweep finds it.
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
