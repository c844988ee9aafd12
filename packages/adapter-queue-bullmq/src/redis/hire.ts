import { Worker, type BackendFactory, type Processor, type RedisOptions, type RedisQueueBackend } from 'bullmq'
import { calmDown } from '../calm-down'
import type { Hands, WakeUp } from '../engine'
import type { Settings } from '../options'
import type { Report } from '../report'
import { workerOptions } from '../worker-options'
import { backendOn } from './backend'
import type { Inspect } from './inspect-server'
import { openLink, patient, type Link } from './link'

/** What is needed to make a worker. */
export interface Workshop {
  readonly options: RedisOptions
  readonly settings: Settings
  readonly report: Report
  readonly inspect: Inspect
}

/** A worker with two connections: one that waits for the next job, and one for everything else. */
export function hire(
  { options, settings, report, inspect }: Workshop,
  name: string,
  processor: Processor<WakeUp, void>,
  concurrency: number,
): Hands {
  const main = openLink(options, patient, false, report)
  const blocking = openLink(options, patient, true, report)
  void adapt(main, blocking, inspect)
  const factory: BackendFactory<RedisQueueBackend> = (...args) => {
    const backend = backendOn(settings.prefix, main, blocking)(...args)
    calmDown(backend, report)
    return backend
  }
  const given = { ...workerOptions(settings, concurrency), connection: {}, prefix: settings.prefix }
  const worker = new Worker<WakeUp, void>(name, processor, given, factory)
  return {
    worker,
    async close() {
      await blocking.stopConnecting()
      await worker.close()
    },
    letGo() {
      main.letGo()
      blocking.letGo()
    },
    cut() {
      main.cut()
      blocking.cut()
    },
  }
}

/** Without its own inspection, BullMQ assumes an old server, which can block only for whole seconds. */
async function adapt(main: Link, blocking: Link, inspect: Inspect): Promise<void> {
  const capabilities = await inspect(main.connection)
  if (capabilities) blocking.connection.capabilities = capabilities
}
