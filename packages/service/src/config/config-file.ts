import type { HoldRule, Mode, RulesInput } from '@siagh-sync/sync-core'

/** Somebody who uses the operator API. */
interface ApiUser {
  /** Stands in the history beside what this person does. */
  readonly name: string
  /** `viewer`: sees everything. `operator`: also decides, retries and starts long work. */
  readonly role: 'viewer' | 'operator'
}

/** The settings of one company: two servers, rules, and an address for webhooks. */
export interface CompanySections {
  readonly siagh?: {
    /** Example: `http://10.0.0.5`. `SIAGH_URL`. */
    readonly baseUrl?: string
    /** `SIAGH_USERNAME`. */
    readonly username?: string
    /** Do not put it into a file. Use `SIAGH_PASSWORD`. */
    readonly password?: string
    /**
     * Instead of the password: its MD5 as 32 hexadecimal digits. It is as secret as the password.
     * `SIAGH_PASSWORD_MD5`.
     */
    readonly passwordMd5?: string
  }
  readonly crm?: {
    /** Example: `http://10.0.0.6`. `CRM_URL`. */
    readonly baseUrl?: string
    /** `CRM_USERNAME`. */
    readonly username?: string
    /** Do not put it into a file. Use `CRM_PASSWORD`. */
    readonly password?: string
  }
  /** The rules of the site. */
  readonly rules?: RulesInput
  /**
   * `shadow` reads, matches and transforms as usual, and writes nothing to Siagh or the CRM. Default `live`. `MODE`.
   */
  readonly mode?: Mode
  /**
   * Which writes wait until an operator releases them: `none`, `all`, the first ones of each kind, or a function.
   * The first import is never held. Default `none`. `HOLD`: `none`, `all`, or a number for the first contacts and the
   * first pre-invoices.
   */
  readonly hold?: HoldRule
  readonly webhook?: {
    /** Secrets of 16 characters or more. Each of them opens the webhooks. `WEBHOOK_SECRET`, separated by commas. */
    readonly secrets?: readonly string[]
    /**
     * The address that the CRM calls, without kind and secret: `http://10.0.0.7:3000/webhook/crm`.
     * `WEBHOOK_PUBLIC_URL`.
     */
    readonly publicUrl?: string
  }
}

/**
 * The content of `siagh-sync.config.ts`. Everything except `companies` and most rules can also come from environment
 * variables. Their names are given here. The environment overrides the file.
 */
export interface SiaghSyncConfig extends CompanySections {
  /** The name of the company in store and queue. `COMPANY`. Default `default`. */
  readonly company?: string
  /**
   * Several companies in one process. The webhooks of each company come in at `/webhook/crm/<name>`, with their own
   * secrets. If a company does not set `mode`, `hold` or a part of `siagh`, `crm` or `rules`, what stands outside of the list
   * applies.
   * The company `tehran` has the variables `TEHRAN_SIAGH_PASSWORD`, `TEHRAN_CRM_PASSWORD`, `TEHRAN_WEBHOOK_SECRET`
   * and so on.
   */
  readonly companies?: readonly (CompanySections & {
    /** Small Latin letters, digits and `-`. It is also the name in store and queue: never change it. */
    readonly name: string
  })[]
  /** What the process does: takes webhooks (`web`), handles changes (`worker`), or both. Default `both`. `ROLE`. */
  readonly role?: 'both' | 'web' | 'worker'
  /**
   * Accepts a store that is recorded as belonging to other servers or another company. For one start, after a server
   * has got a new address: `--accept-new-servers`, or `ACCEPT_NEW_SERVERS`, `yes` or `no`.
   */
  readonly acceptNewServers?: boolean
  /** Default: the file `siagh-sync.db` beside the configuration file. */
  readonly store?:
    | {
        /** A SQLite file. Its folder must exist. `STORE_FILE`. */
        readonly file: string
      }
    | {
        /** `postgresql://user:password@host:5432/database`. `DATABASE_URL`. */
        readonly url: string
        /** Default `siagh_sync`. `DATABASE_SCHEMA`. */
        readonly schema?: string
      }
  /** Default: the database of the store. If the store is a file: the memory of this process. */
  readonly queue?: {
    /** `redis://…` or `postgresql://…`. `QUEUE_URL`. */
    readonly url?: string
    /** Separates two installations that share a queue server. `QUEUE_PREFIX`. Default: the name of the schema. */
    readonly prefix?: string
  }
  readonly webhook?: CompanySections['webhook'] & {
    /** Default `127.0.0.1`. `HOST`. */
    readonly host?: string
    /** Default 3000. `PORT`. */
    readonly port?: number
    /** Whether `/webhook/crm/test` shows what it has received. Default `false`. `WEBHOOK_TEST`, `yes` or `no`. */
    readonly test?: boolean
  }
  /**
   * A secret of 16 characters or more that opens `/api` to programs. Do not put it into a file. Use `OPERATOR_TOKEN`.
   */
  readonly operatorToken?: string
  /**
   * The people who may sign in to `/api`. `siagh-sync user add` writes them. In the environment: `USERS`, as in
   * `sara:operator:HASH; reza:viewer:HASH`. The hash is as secret as a password that can be guessed.
   */
  readonly users?: readonly (ApiUser & {
    /** scrypt in the PHC string format: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`. The name has at most 60 characters. */
    readonly passwordHash: string
  })[]
  /** Instead of `users`: says who sends a request to `/api`, by the sign-in of your own application. `null`: nobody. */
  readonly auth?: (request: Request) => ApiUser | null | Promise<ApiUser | null>
  /** How many calls to both servers a process makes at once for each company. `CONCURRENCY`. Default 4. */
  readonly concurrency?: number
  /** How long a stop waits for running work. `STOP_SECONDS`. Default 30. */
  readonly stopSeconds?: number
  /**
   * The first part of a stop, in which webhooks are still accepted. `DRAIN_SECONDS`. Default 3 for the role `web`,
   * otherwise 0.
   */
  readonly drainSeconds?: number
  /** The lowest level of messages in the log. `LOG_LEVEL`. Default `info`. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/**
 * Gives a configuration its type: `export default defineConfig({ … })` in `siagh-sync.config.ts`. It checks nothing.
 */
export function defineConfig(config: SiaghSyncConfig): SiaghSyncConfig {
  return config
}
