import { within } from '@siagh-sync/sync-core'
import { Queue, type RedisOptions } from 'bullmq'
import { jobOptions, streams, type Engine, type Line, type WakeUp } from '../engine'
import { openLine } from '../open-line'
import type { Settings } from '../options'
import type { Report } from '../report'
import { backendOn } from './backend'
import { hire } from './hire'
import { createInspection } from './inspect-server'
import { hasty, openLink, type Link } from './link'
import { look } from './look'

/** BullMQ over Redis. One connection for all who enqueue, and two for each worker. */
export function createRedisEngine(options: RedisOptions, settings: Settings, report: Report): Engine {
  const { prefix, timeoutMs } = settings
  const inspect = createInspection(settings.logger)
  const lines = new Map<string, Line>()
  let link: Link | undefined

  const lineOf = (name: string, main: Link): Line => {
    const given = { connection: {}, prefix, streams, defaultJobOptions: jobOptions }
    const queue = new Queue<WakeUp, void>(name, given, backendOn(prefix, main))
    return openLine(queue, (id, jobId) => look(main.connection, queue.toKey, id, jobId), report)
  }

  const connected = async (name: string) => {
    const main = (link ??= openLink(options, hasty(timeoutMs), false, report))
    await within(timeoutMs, 'Redis does not answer', main.ready())
    void inspect(main.connection)
    const line = lines.get(name) ?? lineOf(name, main)
    lines.set(name, line)
    return line
  }

  return {
    line: (name) => lines.get(name) ?? connected(name),
    hire: (...order) => hire({ options, settings, report, inspect }, ...order),
    close() {
      link?.letGo()
      link?.cut()
      return Promise.resolve()
    },
  }
}
