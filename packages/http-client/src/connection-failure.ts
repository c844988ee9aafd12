/** The code of an error that has none. */
export const NO_CODE = 'NO_CODE'

/** What a rejected fetch says about the connection. */
export interface ConnectionFailure {
  /** A code of the system or of undici, such as `ECONNREFUSED`. `NO_CODE`: the error has none. Safe to log. */
  readonly code: string
  /** Whether the request was surely not sent, because no connection was made. */
  readonly neverSent: boolean
}

// ECONNRESET, EPIPE, UND_ERR_SOCKET, EPROTO and similar codes are not in this list, because they also come after a
// request was sent.
const neverSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
])

// Node's error codes for a certificate that cannot be verified. Such a certificate ends the handshake
// (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
const certificateCode =
  /^(UNABLE_TO_|CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|ERROR_IN_C|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$)/

/** System calls that come before the first byte of a request. */
const connectingCalls = new Set(['connect', 'getaddrinfo'])

/** Reads the error of a rejected fetch. undici puts the system's error into `cause`. */
export function connectionFailure(error: unknown): ConnectionFailure {
  const coded = firstCoded(error)
  if (coded === undefined) return { code: NO_CODE, neverSent: false }
  const parts = coded.errors.length > 0 ? coded.errors : [coded]
  return { code: coded.code, neverSent: parts.every(isBeforeSending) }
}

interface Coded {
  readonly code: string
  readonly syscall: string
  /** The attempts for each address, if a host has several. */
  readonly errors: readonly Coded[]
}

function isBeforeSending(error: Coded): boolean {
  return neverSentCodes.has(error.code) || certificateCode.test(error.code) || connectingCalls.has(error.syscall)
}

function firstCoded(error: unknown): Coded | undefined {
  let current = error
  // A cause may be any object: interceptors put their own objects there.
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const coded = codedOf(current)
    if (coded !== undefined) return coded
    current = 'cause' in current ? current.cause : undefined
  }
  return undefined
}

function codedOf(error: unknown): Coded | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  // This form keeps free text of a foreign error out of logs.
  if (!/^[A-Z][A-Z0-9_]{2,59}$/.test(String(error.code))) return undefined
  return {
    code: String(error.code),
    syscall: 'syscall' in error ? String(error.syscall) : '',
    errors: error instanceof AggregateError ? error.errors.map(codedOf).filter((part) => part !== undefined) : [],
  }
}
