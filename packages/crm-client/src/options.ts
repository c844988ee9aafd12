import type { TransportOptions } from '@siagh-sync/http-client'
import type { components } from './generated/payamgostar'

/** The options of a client of one CRM server. */
export interface CrmClientOptions extends TransportOptions {
  /** The address of the installation, without `/api/v2`. Example: `https://crm.example.com`. */
  readonly baseUrl: string
  readonly username: string
  readonly password: string
  /** A name for this device in the CRM. Default `siagh-sync`. */
  readonly deviceId?: string | undefined
  /** 0 Android, 1 iOS, 2 Web, 3 Windows, 4 Linux. Default 2. */
  readonly platformType?: 0 | 1 | 2 | 3 | 4 | undefined
}

/** What a login sends. */
export type Credentials = components['schemas']['Credentials']

/**
 * Checks what the compiler cannot check. Throws one sentence that says what to set. It quotes no values, because they
 * may be secrets.
 */
export function checkOptions(options: Partial<CrmClientOptions> = {}): {
  readonly baseUrl: string
  readonly credentials: Credentials
} {
  const { baseUrl, username, password, deviceId = 'siagh-sync', platformType = 2 } = options
  if (!isServerAddress(baseUrl)) {
    throw setTo(
      'baseUrl',
      'the address of the CRM, as in https://crm.example.com, without user name, query and fragment',
    )
  }
  if (!isFilled(username)) throw setTo('username', 'the name of a CRM user')
  if (!isFilled(password)) throw setTo('password', "the CRM user's password")
  if (!isFilled(deviceId)) throw setTo('deviceId', 'a name for this device, or leave it out')
  if (![0, 1, 2, 3, 4].includes(platformType)) {
    throw setTo('platformType', '0 (Android), 1 (iOS), 2 (Web), 3 (Windows) or 4 (Linux), or leave it out')
  }
  return { baseUrl: baseUrl.replace(/\/+$/, ''), credentials: { username, password, deviceId, platformType } }
}

function setTo(option: keyof CrmClientOptions, what: string): TypeError {
  return new TypeError(`createCrmClient: set \`${option}\` to ${what}.`)
}

function isServerAddress(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, username, password, search, hash } = new URL(value)
  return /^https?:$/.test(protocol) && username + password + search + hash === ''
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
