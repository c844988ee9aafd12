import { resolve } from 'node:path'
import { watchAnswers, type ProbedServers } from '@siagh-sync/probe'
import { openClients, openRecorder, type Config, type Recorder } from '@siagh-sync/service'
import { resolveRules } from '@siagh-sync/sync-core'
import type { CommandContext } from '../context'
import { openLog } from '../output/open-log'

/**
 * The servers of a company as a probe wants them. Each call is made once, since it is its answer that matters. `record`: the
 * folder in which the exchanges are recorded; rejects with one sentence if it cannot be used.
 */
export async function openProbe(
  { io, options }: CommandContext,
  config: Config,
  record?: string,
): Promise<{ readonly servers: ProbedServers; readonly recorder: Recorder | undefined }> {
  const logger = await openLog(io, options.verbose === true ? 'debug' : 'silent')
  const answers = watchAnswers()
  const recorder = record === undefined ? undefined : await openRecorder(resolve(io.cwd, record), logger)
  const clients = openClients(config, logger, { fetch: answers.fetch, retry: { attempts: 1 } }, recorder)
  return { servers: { ...clients, answers, rules: resolveRules(config.rules) }, recorder }
}
