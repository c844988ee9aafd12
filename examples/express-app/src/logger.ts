import { pino, type Logger } from 'pino'

// Nothing of ours logs these; the list is for what is added later.
const SECRETS = ['password', 'passwordMd5', 'secret', 'token', 'authorization', 'accessToken', 'refreshToken', 'SessionId']

/** One JSON line an event, with everything that could be a secret blacked out. */
export function createLogger(level: string): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '[redacted]' } })
}
