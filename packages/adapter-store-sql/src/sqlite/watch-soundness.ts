import type { Logger } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import type { Condition } from './condition'
import { damaged } from './open-database'
import { quickCheckInThread, type QuickCheck } from './quick-check'

const EVERY_MS = 600_000

/** What is watched, and who is told. */
export interface Watched {
  readonly file: string
  readonly condition: Pick<Condition, 'giveUp'>
  readonly logger: Logger
}

/**
 * Reads the whole file every ten minutes, so that damage in a part that nobody asks for is noticed while there is a backup from before it.
 * Returns a function that stops this; it resolves when nothing of it is under way.
 */
export function watchSoundness({ file, condition, logger }: Watched): () => ResultAsync<void, never> {
  let underWay: QuickCheck | undefined
  let isStopped = false

  const check = async () => {
    try {
      underWay = quickCheckInThread(file)
      const complaint = await underWay.complaint
      if (complaint !== undefined) condition.giveUp(damaged(file, complaint))
    } catch (cause) {
      if (!isStopped) logger.warn({ file, reason: String(cause) }, 'the store could not be checked for damage')
    } finally {
      underWay = undefined
    }
  }
  const timer = setInterval(() => void check(), EVERY_MS)
  timer.unref()
  return () => {
    isStopped = true
    clearInterval(timer)
    return ResultAsync.fromSafePromise(Promise.resolve(underWay?.stop())).map(() => undefined)
  }
}
