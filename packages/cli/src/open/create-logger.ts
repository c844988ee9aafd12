import { pino } from 'pino'
import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import type { Io } from '../io'
import { styleOf } from '../output/style'

// Nothing of ours logs these; the list is for what is added later.
const SECRETS = ['password', 'passwordMd5', 'secret', 'token', 'authorization', 'accessToken', 'SessionId']

/** A log on stderr: one JSON line an event, or a line for a person where stderr is a terminal. */
export async function createLogger({ stderr, env }: Io, level: string): Promise<Logger> {
  if (level === 'silent') return silentLogger
  const redact = { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' }
  const formatters = { level: (label: string) => ({ level: label }) }
  const options = { level, base: null, formatters, timestamp: pino.stdTimeFunctions.isoTime, redact }
  if (stderr.isTTY !== true) return asLogger(pino(options, stderr))
  const { build: pinoPretty } = await import('pino-pretty')
  const { colors } = styleOf(stderr, env)
  const colorize = colors.isColorSupported
  // Ours is the kind of an error, a word like any other field: the library would give it a line of its own.
  const errorLikeObjectKeys = ['err']
  const format = { colorize, errorLikeObjectKeys, singleLine: true, translateTime: 'SYS:HH:MM:ss' }
  return asLogger(pino(options, pinoPretty({ destination: stderr, ...format })))
}

// Its own type lets any name be a method, `then` as well, and so cannot be promised.
const asLogger = (logger: Logger): Logger => logger
