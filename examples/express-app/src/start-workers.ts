import type { Logger, Sync } from '@siagh-sync/sync-core'

const AGAIN_MS = 2_000

/** The workers of this process, or their absence. */
export interface Workers {
  /** Whether there is nothing left to start. */
  isReady(): boolean
  /** Takes no more work and resolves when what runs has ended. */
  stop(): Promise<void>
}

/** What a web has. */
export const noWorkers: Workers = { isReady: () => true, stop: async () => {} }

/** Starts the workers and the sweep, again and again while the queue's engine is away: a deploy may start that one last. */
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
    isReady: () => isReady,
    stop: () => {
      isStopped = true
      clearTimeout(next)
      return sync.stop()
    },
  }
}
