import type { Param } from '@siagh-sync/sync-core/messages'

/** The message of a driver, without the password of `address`. */
export function hidePassword(address: string, text: string): string {
  return [address, ...passwordsIn(address).flatMap((password) => [password, decoded(password)])]
    .filter((secret) => secret !== '')
    .toSorted((one, other) => other.length - one.length) // A password may be a part of a longer one.
    .reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text)
}

/** The passwords as they are written in the address, and as a driver may have written them anew. */
function passwordsIn(address: string): readonly string[] {
  const { password, searchParams } = new URL(address)
  const [, written = ''] = /^[^/?#]*\/\/[^/?#:@]*:([^/?#]*)@/.exec(address) ?? []
  const inQuery = [...address.matchAll(/[?&]password=([^&#]*)/g)].map(([, value = '']) => value)
  return [password, written, ...inQuery, ...searchParams.getAll('password')]
}

/** The same for the parameters of a message. */
export function withoutSecret(address: string, said: Param): Param {
  if (typeof said === 'number') return said
  if (typeof said === 'string') return hidePassword(address, said)
  const { code, params = {} } = said
  const hidden = Object.entries(params).map(([name, param]) => [name, withoutSecret(address, param)] as const)
  return { code, params: Object.fromEntries(hidden) }
}

/** An address that may be shown, without user and password. */
export function withoutPassword(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  url.search = ''
  return url.href
}

/** A password with a stray % cannot be decoded. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}
