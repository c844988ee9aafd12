import { createLogger, type ServiceConfig } from '@siagh-sync/service'
import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import type { Io, Output } from '../io'
import { hasColors } from './style'

/** The log of each output: a command that opens several things has one, since each log listens to its output. */
const opened = new WeakMap<Output, Promise<Logger>>()

/**
 * A log on stderr: one JSON line an event, or a line for a person where stderr is a terminal. The level is that of the first call
 * for this output.
 */
export function openLog({ stderr, env }: Io, level: ServiceConfig['logLevel']): Promise<Logger> {
  if (level === 'silent') return Promise.resolve(silentLogger)
  const log = opened.get(stderr) ?? openOn(stderr, env, level)
  opened.set(stderr, log)
  return log
}

async function openOn(stderr: Output, env: Io['env'], level: ServiceConfig['logLevel']): Promise<Logger> {
  if (stderr.isTTY !== true) return createLogger(level, stderr)
  const { default: pinoPretty } = await import('pino-pretty')
  const colorize = hasColors(stderr, env)
  // Ours is the kind of an error, a word like any other field: the library would give it a line of its own.
  const errorLikeObjectKeys = ['err']
  const format = { colorize, errorLikeObjectKeys, singleLine: true, translateTime: 'SYS:HH:MM:ss' }
  return createLogger(level, pinoPretty({ destination: stderr, ...format }))
}
