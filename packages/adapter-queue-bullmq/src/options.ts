import type { Logger } from '@siagh-sync/sync-core'
import type { RedisOptions } from 'bullmq'

/** How to reach PostgreSQL: what `pg` takes for a pool, with the schema that the queue's tables live in. */
export interface PostgresConnectionOptions {
  readonly connectionString: string
  /** Schema of the queue's tables; created where it is missing. Default `siagh_sync_queue`. */
  readonly schema?: string
  readonly [option: string]: unknown
}

/** A URL (`redis:`, `rediss:`, `postgres:`, `postgresql:`), the options of ioredis, or those of `pg` with a `connectionString`. */
export type BullmqConnection = string | Readonly<RedisOptions> | PostgresConnectionOptions

/** What a BullMQ queue is given. */
export interface BullmqQueueOptions {
  readonly connection: BullmqConnection
  /** Sets this queue apart from others on the same server. Default `siagh-sync`. */
  readonly prefix?: string
  /** Hears of a server that is away or is set up so that it may lose wake-ups. Default: nobody. */
  readonly logger?: Logger
  /** After this many milliseconds without an answer `enqueue` and `work` say `queue_unavailable`. Default 2,000. */
  readonly timeoutMs?: number
  /** A worker that has not been heard of for this many milliseconds loses its wake-ups to the others. Default 15,000. */
  readonly lockMs?: number
  /** Every so many milliseconds the lost ones are looked for. Default: half of `lockMs`. */
  readonly stalledIntervalMs?: number
}

/** Options as they count. */
export interface Settings {
  readonly prefix: string
  readonly logger: Logger
  readonly timeoutMs: number
  readonly lockMs: number
  readonly stalledIntervalMs: number
}
