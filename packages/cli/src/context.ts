import { err, type Result } from 'neverthrow'
import type { Answer } from './answer'
import type { Config, LoadedConfig, Opened } from '@siagh-sync/service'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { startFailure, type Failure } from './failure'
import type { Interruption } from './interruption'
import type { Io } from './io'
import type { ProgressDisplay } from './output/progress'
import type { Speech } from './speech/speech'

/** What every command may be told. */
export interface SharedOptions {
  readonly config?: string
  readonly company?: string
  readonly acceptNewServers?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
  readonly lang?: string
  readonly digits?: string
  /** Only commands of an operator have it. */
  readonly remote?: string
}

/** What a command works with. */
export interface CommandContext {
  readonly io: Io
  readonly options: SharedOptions
  readonly interruption: Interruption
  readonly progress: ProgressDisplay
  /** How the person is spoken to. */
  readonly speech: Speech
  /** Says something on stderr that is no result. */
  readonly note: (text: string) => void
  /** Prints an answer now, for a command that goes on until it is stopped. */
  readonly announce: (answer: Answer) => void
  /**
   * The configuration of the company that the command is about: where there are several, `--company` says which. `file`: as it would be
   * with this configuration file.
   */
  readonly loadConfig: (file?: string) => Promise<Result<Config, Failure>>
  /** The whole configuration. `isForService`: it has to be enough for `serve`. */
  readonly loadService: (options: { readonly isForService: boolean }) => Promise<Result<LoadedConfig, Failure>>
}

/** Opens everything, hands it to `use`, and closes it whatever comes of that. */
export async function withSync<Used>(
  context: CommandContext,
  use: (opened: Opened) => Promise<Result<Used, Failure>>,
): Promise<Result<Used, Failure>> {
  const config = await context.loadConfig()
  if (config.isErr()) return err(config.error)
  // Loaded here, so that `--help` does not wait for the drivers of two databases.
  const { openLog } = await import('./output/open-log')
  const { openSync } = await import('./open/service')
  const { troubleTeller } = await import('./open/trouble')
  const logger = await openLog(context.io, context.options.verbose ? 'debug' : 'silent')
  const transport = context.options.verbose ? {} : { onEvent: troubleTeller(context.note, context.speech) }
  const warn = (warning: Saying) =>
    context.note(`${context.speech.say('warning_word')} ${context.speech.tell(warning)}`)
  const opened = await openSync(config.value, { logger, transport, folder: context.io.cwd, tell: warn })
  if (opened.isErr()) return err(startFailure(opened.error))
  try {
    return await use(opened.value)
  } finally {
    context.progress.clear()
    for (const failure of await opened.value.close())
      context.note(context.speech.say('closed_badly', { reason: failure }))
  }
}
