import { QueueKeys, RedisQueueBackend, type BackendFactory } from 'bullmq'
import type { Link } from './link'

/**
 * Makes a BullMQ queue or worker use connections that were opened here. The connections of a worker are closed with
 * the worker.
 */
export function backendOn(prefix: string, main: Link, blocking?: Link): BackendFactory<RedisQueueBackend> {
  const keys = new QueueKeys(prefix)
  return (name, options) =>
    new RedisQueueBackend(
      main.connection,
      name,
      keys.getKeys(name),
      (type) => keys.toKey(name, type),
      options,
      blocking?.connection,
      blocking !== undefined,
    )
}
