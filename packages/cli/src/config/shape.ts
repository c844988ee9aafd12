import type { RulesInput } from '@siagh-sync/sync-core'

/**
 * What stands in `siagh-sync.config.ts`. All of it can come from the environment as well, under the names that are given here; what
 * stands there goes before what stands in the file.
 */
export interface SiaghSyncConfig {
  /** Names this company in a store that several share. `COMPANY`; default `default`. */
  readonly company?: string
  /**
   * Whether the store is taken for that of these servers and this company although it is recorded as that of others. For one start, after a
   * server has got a new address: `--accept-new-servers`, or `ACCEPT_NEW_SERVERS`, `yes` or `no`.
   */
  readonly acceptNewServers?: boolean
  readonly siagh?: {
    /** As in `http://10.0.0.5`. `SIAGH_URL`. */
    readonly baseUrl?: string
    /** `SIAGH_USERNAME`. */
    readonly username?: string
    /** Better kept out of a file: `SIAGH_PASSWORD`. */
    readonly password?: string
    /** In place of the password: its MD5 as 32 hexadecimal digits, which opens the same door. `SIAGH_PASSWORD_MD5`. */
    readonly passwordMd5?: string
  }
  readonly crm?: {
    /** As in `http://10.0.0.6`. `CRM_URL`. */
    readonly baseUrl?: string
    /** `CRM_USERNAME`. */
    readonly username?: string
    /** Better kept out of a file: `CRM_PASSWORD`. */
    readonly password?: string
  }
  /** Default: the file `siagh-sync.db` of the folder that the command is started in. */
  readonly store?:
    | {
        /** A SQLite file; its folder has to be there. `STORE_FILE`. */
        readonly file: string
      }
    | {
        /** `postgresql://user:password@host:5432/database`. `DATABASE_URL`. */
        readonly url: string
        /** Default `siagh_sync`. `DATABASE_SCHEMA`. */
        readonly schema?: string
      }
  /** Default: the database of the store, or this process where the store is a file. */
  readonly queue?: {
    /** `redis://…` or `postgresql://…`. `QUEUE_URL`. */
    readonly url?: string
    /** Keeps two installations apart that share a queue's server. `QUEUE_PREFIX`; default: the schema's name. */
    readonly prefix?: string
  }
  /** What differs from site to site. */
  readonly rules?: RulesInput
  /** For `serve` and `check`. */
  readonly webhook?: {
    /** 16 characters or more, each of which opens the webhooks. `WEBHOOK_SECRET`, separated by commas. */
    readonly secrets?: readonly string[]
    /** What the CRM calls, without kind and secret: `http://10.0.0.7:3000/webhook/crm`. `WEBHOOK_PUBLIC_URL`. */
    readonly publicUrl?: string
    /** Default `127.0.0.1`. `HOST`. */
    readonly host?: string
    /** Default 3000. `PORT`. */
    readonly port?: number
    /** Whether `/webhook/crm/test` answers with what it received. Default `false`. `WEBHOOK_TEST`, `yes` or `no`. */
    readonly test?: boolean
  }
  /** How many records `serve` handles at once. `CONCURRENCY`; default 4. */
  readonly concurrency?: number
  /** How much `serve` writes to its log. `LOG_LEVEL`; default `info`. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}
