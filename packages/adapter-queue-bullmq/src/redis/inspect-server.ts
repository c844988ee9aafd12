import type { Logger } from '@siagh-sync/sync-core'
import type { RedisConnection } from 'bullmq'

/** The abilities of a worker's blocking connection. */
type Capabilities = RedisConnection['capabilities']

/**
 * Asks a server about itself, once, and warns of settings that may lose wake-ups. `undefined`: the server does not
 * answer this.
 */
export type Inspect = (connection: RedisConnection) => Promise<Capabilities | undefined>

/** BullMQ refuses versions below the first, and warns about versions below the second. */
const LEAST = [5, 0, 0] as const
const ADVISED = [6, 2, 0] as const

/** Creates an inspection. BullMQ would make its own for each connection, and write to the console. */
export function createInspection(logger: Logger): Inspect {
  let inspected: Promise<Capabilities> | undefined
  const ask = async (connection: RedisConnection) => {
    const info = await (await connection.client).info()
    warn(info, logger)
    return capabilitiesOf(info)
  }
  return async (connection) => {
    try {
      return await (inspected ??= ask(connection))
    } catch {
      // This user may not use INFO, or the connection was lost. The queue works without it. The next connection asks
      // again.
      inspected = undefined
      return undefined
    }
  }
}

function warn(info: string, logger: Logger): void {
  const policy = fieldOf(info, 'maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction') {
    logger.warn({ policy }, 'Redis may evict wake-ups: set maxmemory-policy to noeviction')
  }
  const version = fieldOf(info, 'redis_version')
  if (version !== undefined && isBelow(version, ADVISED)) {
    const text = isBelow(version, LEAST)
      ? 'BullMQ does not work with Redis below 5.0'
      : 'BullMQ advises Redis 6.2 or newer'
    logger.warn({ version }, text)
  }
}

function capabilitiesOf(info: string): Capabilities {
  const version = fieldOf(info, 'redis_version')
  return {
    canDoubleTimeout: version !== undefined && !isBelow(version, [6, 0, 0]),
    canBlockFor1Ms: version !== undefined && !isBelow(version, [7, 0, 8]),
  }
}

function fieldOf(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
}

function isBelow(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, wanted] of least.entries()) {
    const part = parts[i] ?? 0
    if (part !== wanted) return part < wanted
  }
  return false
}
