import { resolve } from 'node:path'
import { watchAnswers, type ProbedServers } from '@siagh-sync/probe'
import { openClients, openRecorder, sayingOfStart, type Config, type Recorder } from '@siagh-sync/service'
import { resolveRules } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import type { CommandContext } from '../context'
import { cannotStart, type Failure } from '../failure'
import { openLog } from '../output/open-log'

interface OpenedProbe {
  readonly servers: ProbedServers
  readonly recorder: Recorder | undefined
}

/**
 * The servers of a company as a probe wants them. Each call is made once, since it is its answer that matters. `record`: the
 * folder in which the exchanges are recorded.
 */
export function openProbe(context: CommandContext, config: Config, record?: string): ResultAsync<OpenedProbe, Failure> {
  return ResultAsync.fromPromise(open(context, config, record), (error) => cannotStart(sayingOfStart(error)))
}

async function open({ io, options }: CommandContext, config: Config, record?: string): Promise<OpenedProbe> {
  const logger = await openLog(io, options.verbose === true ? 'debug' : 'silent')
  const answers = watchAnswers()
  const recorder = record === undefined ? undefined : await openRecorder(resolve(io.cwd, record), logger)
  const clients = openClients(config, logger, { fetch: answers.fetch, retry: { attempts: 1 } }, recorder)
  return { servers: { ...clients, answers, rules: resolveRules(config.rules) }, recorder }
}
