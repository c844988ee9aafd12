import { watchAnswers, type ProbedServers } from '@siagh-sync/probe'
import { openClients, type Config } from '@siagh-sync/service'
import { resolveRules } from '@siagh-sync/sync-core'
import type { CommandContext } from '../context'
import { openLog } from '../output/open-log'

/** The servers of a company as a probe wants them. Each call is made once, since it is its answer that matters. */
export async function openProbe({ io, options }: CommandContext, config: Config): Promise<ProbedServers> {
  const logger = await openLog(io, options.verbose === true ? 'debug' : 'silent')
  const answers = watchAnswers()
  const clients = openClients(config, logger, { fetch: answers.fetch, retry: { attempts: 1 } })
  return { ...clients, answers, rules: resolveRules(config.rules) }
}
