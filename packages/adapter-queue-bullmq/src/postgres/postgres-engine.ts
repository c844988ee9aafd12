import { encodeText } from '../encode-text'
import type { Engine } from '../engine'
import type { PostgresConnectionOptions, Settings } from '../options'
import type { Report } from '../report'
import { hire } from './hire'
import { createProducers } from './producers'

/** BullMQ over PostgreSQL. One pool for all who enqueue. For each worker a pool and a connection that listens. */
export function createPostgresEngine(options: PostgresConnectionOptions, settings: Settings, report: Report): Engine {
  const producers = createProducers(options, settings, report)
  // All queues of a schema share its tables, so the prefix is a part of the queue's name.
  const queueName = (name: string) => `${encodeText(settings.prefix)}@${name}`
  return {
    line: (name) => producers.line(queueName(name)),
    hire: (name, ...order) => hire({ options, settings, report }, queueName(name), ...order),
    close: () => producers.close(),
  }
}
