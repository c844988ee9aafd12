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
import { enqueue } from './enqueue'
import { startWorker } from './start-worker'

/** A queue that owns connections. */
export interface BullmqQueue extends Queue {
  /**
   * Stops running workers, then closes the connections. A second call does nothing. After it, `enqueue` and `work`
   * fail.
   */
  close(): Promise<void>
}

/**
 * A queue on BullMQ, over Redis or PostgreSQL, as `connection` says. It connects when it is first used. Wake-ups for
 * one key become one, across all processes. No method throws or rejects: while the engine is away, they return
 * `queue_unavailable` within `timeoutMs`. The queue recovers by itself, and the sweep enqueues what was missed. The
 * call itself throws if `connection` is not understood.
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
      return attempt(async () => enqueue(await engine.line(encodeText(topic)), key, delayMs))
    },
    work: (topic, handler, { concurrency }) => attempt(() => start(encodeText(topic), handler, concurrency)),
    close: () => (closing ??= close()),
  }
}

/**
 * The original error is not passed on: ioredis adds the command to it, and the command of a refused login holds the
 * password.
 */
function toUnavailable(error: unknown): QueueUnavailable {
  const text = describe(error)
  return { kind: 'queue_unavailable', retryable: true, message: `queue: ${text}`, cause: new Error(text) }
}
