import type { RulesInput } from '@siagh-sync/sync-core'

/** What a company has of its own: two servers, rules, and an address for webhooks. */
export interface CompanySections {
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
  /** What differs from site to site. */
  readonly rules?: RulesInput
  readonly webhook?: {
    /** 16 characters or more, each of which opens the webhooks. `WEBHOOK_SECRET`, separated by commas. */
    readonly secrets?: readonly string[]
    /** What the CRM calls, without kind and secret: `http://10.0.0.7:3000/webhook/crm`. `WEBHOOK_PUBLIC_URL`. */
    readonly publicUrl?: string
  }
}

/**
 * What stands in `siagh-sync.config.ts`. All of it but `companies` and most rules can come from the environment as well, under the names
 * that are given here. The environment goes before the file.
 */
export interface SiaghSyncConfig extends CompanySections {
  /** Names the company in store and queue. `COMPANY`; default `default`. */
  readonly company?: string
  /**
   * Several companies in one process. The webhooks of each come in at `/webhook/crm/<name>`, with secrets of its own. What a company does
   * not set of `siagh`, `crm` and `rules`, it has from the sections outside of the list. The company `tehran` has the variables
   * `TEHRAN_SIAGH_PASSWORD`, `TEHRAN_CRM_PASSWORD`, `TEHRAN_WEBHOOK_SECRET` and so on.
   */
  readonly companies?: readonly (CompanySections & {
    /** Small Latin letters, digits and `-`. Names the company in store and queue too: never change it. */
    readonly name: string
  })[]
  /** What the process does: takes webhooks (`web`), handles changes (`worker`), or both, which is the default. `ROLE`. */
  readonly role?: 'both' | 'web' | 'worker'
  /**
   * Whether the store is taken for that of these servers and this company although it is recorded as that of others. For one start, after a
   * server has got a new address: `--accept-new-servers`, or `ACCEPT_NEW_SERVERS`, `yes` or `no`.
   */
  readonly acceptNewServers?: boolean
  /** Default: the file `siagh-sync.db` beside the configuration file. */
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
  readonly webhook?: CompanySections['webhook'] & {
    /** Default `127.0.0.1`. `HOST`. */
    readonly host?: string
    /** Default 3000. `PORT`. */
    readonly port?: number
    /** Whether `/webhook/crm/test` answers with what it received. Default `false`. `WEBHOOK_TEST`, `yes` or `no`. */
    readonly test?: boolean
  }
  /** 16 characters or more, which open `/operations`. Better kept out of a file: `OPERATOR_TOKEN`. */
  readonly operatorToken?: string
  /** How many records a process handles at once for each company. `CONCURRENCY`; default 4. */
  readonly concurrency?: number
  /** How long a stop waits for what runs. `STOP_SECONDS`; default 30. */
  readonly stopSeconds?: number
  /** The first part of a stop, in which webhooks are still taken. `DRAIN_SECONDS`; default 3 of a `web`, else 0. */
  readonly drainSeconds?: number
  /** How much goes to the log. `LOG_LEVEL`; default `info`. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Gives a configuration its type: `export default defineConfig({ … })` in `siagh-sync.config.ts`. Checks nothing. */
export function defineConfig(config: SiaghSyncConfig): SiaghSyncConfig {
  return config
}
