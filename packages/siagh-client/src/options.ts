import type { TransportOptions } from '@siagh-sync/http-client'
import type { components } from './generated/siagh'
import { passwordMd5 } from './password-md5'

/** The password, or its MD5 as 32 hex digits. Set one of the two. */
export type SiaghSecret =
  | { readonly password: string; readonly passwordMd5?: undefined }
  | { readonly passwordMd5: string; readonly password?: undefined }

/** A Siagh server and the user to log in as. All other options have defaults. */
export type SiaghClientOptions = TransportOptions & {
  /** The address before `/GeneralApi/LoginUser`. Example: `http://siagh.example`. */
  readonly baseUrl: string
  readonly username: string
  /**
   * The longest contact list that is read as a whole. A contact needs 1 kB. Default 256 MiB. `readUsers` has no such
   * limit.
   */
  readonly maxListBytes?: number | undefined
} & SiaghSecret

// Options often come from the environment or from JavaScript, without a compiler's check.
type Given = Readonly<Partial<Record<'baseUrl' | 'username' | 'password' | 'passwordMd5', unknown>>>

/** The address without a slash at its end. Throws if it is not an address. */
export function checkBaseUrl(options: SiaghClientOptions): string {
  const { baseUrl }: Given = options
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new TypeError("Set `baseUrl` to the address of the Siagh server, as in 'http://siagh.example'")
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('Set `baseUrl` to an address without user, query or fragment; the user goes into `username`')
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

const defaultMaxListBytes = 256 * 1024 * 1024

/** The longest list, in bytes. Throws if it is not a whole number above 0. */
export function checkMaxListBytes({ maxListBytes = defaultMaxListBytes }: SiaghClientOptions): number {
  if (Number.isInteger(maxListBytes) && maxListBytes >= 1) return maxListBytes
  throw new RangeError('Set `maxListBytes` to a whole number of bytes above 0, or leave it out')
}

/** The body of the login. Throws if the user or the secret is missing or wrong. */
export function checkLogin(options: SiaghClientOptions): components['schemas']['LoginRequest'] {
  const { username, password, passwordMd5: md5 }: Given = options
  if (typeof username !== 'string' || username === '') {
    throw new TypeError('Set `username` to the Siagh user to work as')
  }
  if (password !== undefined && md5 !== undefined) {
    throw new TypeError('Set `password` or `passwordMd5`, not both')
  }
  if (md5 !== undefined) {
    if (typeof md5 === 'string' && /^[0-9a-f]{32}$/i.test(md5))
      return { UserName: username, Password: md5.toUpperCase() }
    throw new TypeError('Set `passwordMd5` to the MD5 of the password as 32 hex digits')
  }
  if (typeof password === 'string' && password !== '') return { UserName: username, Password: passwordMd5(password) }
  throw new TypeError('Set `password` to the password of the Siagh user, or `passwordMd5` to its MD5')
}
