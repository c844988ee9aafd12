import { err, type Result } from 'neverthrow'
import type { Answer, Answered } from './answer'
import type { Config } from './config/schema'
import type { Failure } from './failure'
import type { Interruption } from './interruption'
import type { Io } from './io'
import type { Opened } from './open/open-sync'
import type { ProgressDisplay } from './output/progress'

/** What every command may be told. */
export interface SharedOptions {
  readonly config?: string
  readonly company?: string
  readonly acceptNewServers?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
}

/** What a command works with. */
export interface CommandContext {
  readonly io: Io
  readonly options: SharedOptions
  readonly interruption: Interruption
  readonly progress: ProgressDisplay
  /** Says something on stderr that is no result. */
  readonly note: (text: string) => void
  /** Prints an answer now, for a command that goes on until it is stopped. */
  readonly announce: (answer: Answer) => void
  readonly loadConfig: () => Promise<Result<Config, Failure>>
}

/** Opens everything, hands it to `use`, and closes it whatever comes of that. */
export async function withSync(context: CommandContext, use: (opened: Opened) => Answered): Answered {
  const config = await context.loadConfig()
  if (config.isErr()) return err(config.error)
  // Loaded here, so that `--help` does not wait for the drivers of two databases.
  const { createLogger } = await import('./open/create-logger')
  const { openSync } = await import('./open/open-sync')
  const logger = await createLogger(context.io, context.options.verbose ? 'debug' : 'silent')
  const { tellEarlierStore } = await import('./open/tell-earlier-store')
  const { troubleTeller } = await import('./open/trouble')
  const opened = await openSync(config.value, logger, context.options.verbose ? undefined : troubleTeller(context.note))
  if (opened.isErr()) return err(opened.error)
  try {
    await tellEarlierStore(opened.value, context.io.cwd, context.note)
    return await use(opened.value)
  } finally {
    context.progress.clear()
    for (const failure of await opened.value.close()) context.note(failure)
  }
}
