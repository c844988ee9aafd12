import type { Logger } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import type { Condition } from './condition'
import { damaged } from './open-database'
import { quickCheckInThread, type QuickCheck } from './quick-check'

const EVERY_MS = 600_000

/** The file to watch, and where to report. */
export interface Watched {
  readonly file: string
  readonly condition: Pick<Condition, 'giveUp'>
  readonly logger: Logger
}

/**
 * Reads the whole file every ten minutes. So damage in a part that nobody reads is noticed while there is still an
 * older backup. Returns a function that stops this. It resolves when no check is under way.
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
