import type { Queue, QueueUnavailable, QueueWorker } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import { encodeText } from './encode-text'
import type { Engine } from './engine'
import type { BullmqQueueOptions } from './options'
import { createPostgresEngine } from './postgres/postgres-engine'
import { readConnection } from './read-connection'
import { readSettings } from './read-settings'
import { createRedisEngine } from './redis/redis-engine'
import { createReport, describe } from './report'
import { ring } from './ring'
import { startWorker } from './start-worker'

/** A queue that has connections to let go of. */
export interface BullmqQueue extends Queue {
  /** Stops what works still, then lets go of the engine. Calling it twice is harmless; `enqueue` and `work` fail afterwards. */
  close(): Promise<void>
}

/**
 * A queue on BullMQ, over Redis or over PostgreSQL as `connection` says; connects when first used. Wake-ups for one key become
 * one, over all processes. No method throws or rejects: an engine that is away is `queue_unavailable` within `timeoutMs`, heals
 * by itself, and what was not rung meanwhile the sweep rings. Throws, when built, where `connection` says nothing that is known.
 */
export function bullmqQueue(options: BullmqQueueOptions): BullmqQueue {
  const target = readConnection(options.connection)
  const settings = readSettings(options)
  const report = createReport(settings.logger, target.engine)
  const engine: Engine =
    target.engine === 'redis'
      ? createRedisEngine(target.options, settings, report)
      : createPostgresEngine(target.options, settings, report)
  const workers = new Set<QueueWorker>()
  let closing: Promise<void> | undefined

  const attempt = <T>(work: () => Promise<T>): ResultAsync<T, QueueUnavailable> => {
    const checked = async () => {
      if (closing) throw new Error('the queue is closed')
      return work()
    }
    return ResultAsync.fromThrowable(checked, toUnavailable)().andTee(report.healed)
  }
  const start = async (name: string, ...work: [Parameters<Queue['work']>[1], number]) => {
    const started = await startWorker(engine, name, ...work, { settings, report })
    const worker = { stop: () => started.stop().finally(() => workers.delete(worker)) }
    workers.add(worker)
    if (closing) {
      await worker.stop()
      throw new Error('the queue is closed')
    }
    return worker
  }
  const close = async () => {
    await Promise.all([...workers].map((worker) => worker.stop()))
    await engine.close()
  }

  return {
    enqueue(topic, key, { delayMs = 0 } = {}) {
      return attempt(async () => ring(await engine.line(encodeText(topic)), key, delayMs))
    },
    work: (topic, handler, { concurrency }) => attempt(() => start(encodeText(topic), handler, concurrency)),
    close: () => (closing ??= close()),
  }
}

/** The error itself stays here: ioredis hangs the command on it, and that of a refused login holds the password. */
function toUnavailable(error: unknown): QueueUnavailable {
  const text = describe(error)
  return { kind: 'queue_unavailable', retryable: true, message: `queue: ${text}`, cause: new Error(text) }
}
