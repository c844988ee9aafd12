import type { Logger } from '@siagh-sync/sync-core'
import type { RedisOptions } from 'bullmq'

/** The options of a `pg` pool, and the schema of the queue's tables. */
export interface PostgresConnectionOptions {
  readonly connectionString: string
  /** The schema of the queue's tables. It is created if it is missing. Default `siagh_sync_queue`. */
  readonly schema?: string
  readonly [option: string]: unknown
}

/**
 * A URL (`redis:`, `rediss:`, `postgres:`, `postgresql:`), the options of ioredis, or the options of `pg` with a
 * `connectionString`.
 */
export type BullmqConnection = string | Readonly<RedisOptions> | PostgresConnectionOptions

/** The options of a BullMQ queue. */
export interface BullmqQueueOptions {
  readonly connection: BullmqConnection
  /** Separates this queue from others on the same server. Default `siagh-sync`. */
  readonly prefix?: string
  /** Gets a message if a server is away, or has settings that may lose wake-ups. Default: no log. */
  readonly logger?: Logger
  /**
   * After this many milliseconds without an answer, `enqueue` and `work` return `queue_unavailable`. Default 2,000.
   */
  readonly timeoutMs?: number
  /** If a worker gives no sign for this many milliseconds, its wake-ups go to other workers. Default 15,000. */
  readonly lockMs?: number
  /** The interval in milliseconds at which lost wake-ups are looked for. Default: half of `lockMs`. */
  readonly stalledIntervalMs?: number
}

/** Options with all defaults. */
export interface Settings {
  readonly prefix: string
  readonly logger: Logger
  readonly timeoutMs: number
  readonly lockMs: number
  readonly stalledIntervalMs: number
}
