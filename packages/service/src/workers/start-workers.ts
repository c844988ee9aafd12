import type { Logger, Sync } from '@siagh-sync/sync-core'

const AGAIN_MS = 2_000

/** The workers of one company in this process. */
export interface Workers {
  /** Whether they have started. */
  isReady(): boolean
  /** Takes no more work. Resolves when all running work has ended. */
  stop(): Promise<void>
}

/**
 * Starts the workers, the sweep and the catch-up. Tries again while the queue's engine is away, because a deployment
 * may start the engine last.
 */
export function startWorkers(
  sync: Pick<Sync, 'start' | 'stop'>,
  concurrency: number,
  logger: Logger,
  againMs = AGAIN_MS,
): Workers {
  let isReady = false
  let isStopped = false
  let next: NodeJS.Timeout | undefined

  const start = async () => {
    const started = await sync.start({ concurrency })
    if (started.isOk()) isReady = true
    else if (!isStopped) {
      logger.warn({ error: started.error.kind, againMs }, 'the workers cannot start yet')
      next = setTimeout(() => void start(), againMs)
    }
  }
  void start()

  return {
    isReady: () => isReady && !isStopped,
    stop: () => {
      isStopped = true
      clearTimeout(next)
      return sync.stop()
    },
  }
}
