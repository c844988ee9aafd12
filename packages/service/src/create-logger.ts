import { pino, type DestinationStream } from 'pino'
import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import type { ServiceConfig } from './config/resolve-config'

// Nothing of ours logs these; the list is for what is added later.
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

/** One JSON line an event, on stdout or where `destination` leads, with everything that could be a secret blacked out. */
export function createLogger(level: ServiceConfig['logLevel'], destination?: DestinationStream): Logger {
  if (level === 'silent') return silentLogger
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const redact = { paths, censor: '[redacted]' }
  const formatters = { level: (label: string) => ({ level: label }) }
  return pino({ level, base: null, formatters, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination)
}
