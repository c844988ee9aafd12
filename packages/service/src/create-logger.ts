import { pino, type DestinationStream } from 'pino'
import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import type { ServiceConfig } from './config/resolve-config'

// Our code logs none of these. The list is for code that is added later.
const SECRETS = [
  'password',
  'passwordMd5',
  'secret',
  'token',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'SessionId',
]

/**
 * Creates a logger. It writes one JSON line for each event, to stdout or to `destination`. Everything that may be a
 * secret is blacked out.
 */
export function createLogger(level: ServiceConfig['logLevel'], destination?: DestinationStream): Logger {
  if (level === 'silent') return silentLogger
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const redact = { paths, censor: '[redacted]' }
  const formatters = { level: (label: string) => ({ level: label }) }
  return pino({ level, base: null, formatters, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination)
}
