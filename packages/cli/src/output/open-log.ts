import { createLogger, type ServiceConfig } from '@siagh-sync/service'
import type { Logger } from '@siagh-sync/sync-core'
import type { Io } from '../io'
import { hasColors } from './style'

/** A log on stderr: one JSON line an event, or a line for a person where stderr is a terminal. */
export async function openLog({ stderr, env }: Io, level: ServiceConfig['logLevel']): Promise<Logger> {
  if (stderr.isTTY !== true) return createLogger(level, stderr)
  const { default: pinoPretty } = await import('pino-pretty')
  const colorize = hasColors(stderr, env)
  // Ours is the kind of an error, a word like any other field: the library would give it a line of its own.
  const errorLikeObjectKeys = ['err']
  const format = { colorize, errorLikeObjectKeys, singleLine: true, translateTime: 'SYS:HH:MM:ss' }
  return createLogger(level, pinoPretty({ destination: stderr, ...format }))
}
