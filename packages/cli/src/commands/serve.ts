import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Config, Service, ServiceConfig } from '@siagh-sync/service'
import { err, ok } from 'neverthrow'
import type { Answer, Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { cannotStart, startFailure } from '../failure'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'

export const registerServe = define(
  {
    usage: 'serve',
    summary: 'help_serve',
    examples: [
      ['serve', 'help_serve_here'],
      ['serve --record recording', 'help_serve_record'],
      ['serve --json >address.json 2>siagh-sync.log', 'help_serve_json'],
    ],
    notes: 'help_serve_notes',
  },
  (command, say) => command.option('--record <folder>', say('opt_record')),
  async (context, { record }: { readonly record?: string }) => {
    const loaded = await context.loadService({ isForService: true })
    return loaded.isErr() ? err(loaded.error) : serve(context, loaded.value.config, record)
  },
)

async function serve(
  { io, options, interruption, announce }: CommandContext,
  config: ServiceConfig,
  record: string | undefined,
): Answered {
  const { openLog } = await import('../output/open-log')
  const { startService, stopInTime } = await import('../open/serve')
  const logger = await openLog(io, options.verbose ? 'debug' : config.logLevel)
  const { signal } = interruption
  interruption.stopsInTime(() => logger.info({}, 'stopping already'))
  const recorded = record === undefined ? {} : { record: resolve(io.cwd, record) }
  const started = await startService(config, { logger, folder: io.cwd, signal, ...recorded })
  // A service that is still starting has begun nothing that has to be ended.
  if (started.isErr()) return signal.aborted ? ok('announced') : err(startFailure(started.error))
  announce(listeningAt(started.value, config))
  if (!signal.aborted) await once(signal, 'abort')
  logger.info({}, 'stopping')
  const stopped = await stopInTime(started.value, config.stopSeconds * 1_000, logger)
  if (stopped === 'stopped') return ok('announced')
  return err(cannotStart(cliSaying(stopped === 'late' ? 'stop_was_late' : 'stop_failed')))
}

function listeningAt({ url, storePlace }: Service, { role, companies }: ServiceConfig): Answer {
  const places = companies.map((company) => ({
    company: company.company,
    ...(role !== 'worker' && { webhooks: webhooksOf(company, url) }),
  }))
  return {
    exitCode: DONE,
    result: { role, store: storePlace, url, ...(places.length === 1 ? places[0] : { companies: places }) },
    text: ({ speech }) =>
      [
        speech.say('listens_on', { url }),
        speech.say('store_is_at', { place: storePlace }),
        speech.say(role === 'worker' ? 'role_is_worker' : 'crm_is_to_call'),
        ...places.flatMap(({ company, webhooks = {} }) => [
          ...(places.length === 1 ? [] : [`${company}:`]),
          ...Object.values(webhooks).map((address) => `  ${address}`),
        ]),
      ].join('\n'),
  }
}

function webhooksOf({ mount, webhook: { publicUrl } }: Config, url: string) {
  const base = publicUrl?.replace(/\/+$/, '') ?? `${url}/webhook/crm${mount}`
  return { identity: `${base}/identity`, invoice: `${base}/invoice`, quote: `${base}/quote` }
}
