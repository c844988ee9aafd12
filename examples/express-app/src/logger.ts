import { pino, type DestinationStream, type Logger } from 'pino'

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
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const redact = { paths, censor: '[redacted]' }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination)
}
