import { err, ok } from 'neverthrow'
import type { Answer, Answered } from '../answer'
import type { CommandContext } from '../context'
import type { Config } from '../config/schema'
import { DONE } from '../exit-codes'
import { misuse } from '../failure'
import { define } from './define'

export const registerServe = define(
  {
    usage: 'serve',
    summary: 'takes webhooks and handles what they tell, until it is stopped',
    examples: [
      ['serve', 'in this terminal; Ctrl-C stops it'],
      ['serve --json >address.json 2>siagh-sync.log', 'its address as a document, its log as JSON lines'],
    ],
    notes:
      'Catches up at its start and every ten minutes. On SIGTERM or Ctrl-C it takes no more webhooks, finishes what is under\nway and ends with 0; what was accepted and not handled is in the store, for the next start. The log goes to stderr, a line\nan event, as JSON where that is no terminal. With --json the document comes once it listens.',
  },
  (command) => command,
  async (context) => {
    const config = await context.loadConfig()
    if (config.isErr()) return err(config.error)
    if (config.value.webhook.secrets.length === 0) {
      return err(misuse('webhook.secrets (WEBHOOK_SECRET) must be set for serve: 16 characters or more.'))
    }
    return open(context, config.value)
  },
)

async function open(context: CommandContext, config: Config): Answered {
  const { createLogger } = await import('../open/create-logger')
  const { openSync } = await import('../open/open-sync')
  const { tellEarlierStore } = await import('../open/tell-earlier-store')
  const { serve } = await import('../serve/serve')
  const logger = await createLogger(context.io, context.options.verbose ? 'debug' : config.logLevel)
  const opened = await openSync(config, logger)
  if (opened.isErr()) return err(opened.error)
  try {
    const { storePlace } = opened.value
    await tellEarlierStore(opened.value, context.io.cwd, (sentence) => logger.warn({}, sentence))
    const served = await serve(opened.value, context.interruption.signal, (url) =>
      context.announce(listeningAt(url, config, storePlace)),
    )
    return served.isErr() ? err(served.error) : ok('announced')
  } finally {
    for (const failure of await opened.value.close()) context.note(failure)
  }
}

function listeningAt(url: string, { company, webhook: { publicUrl } }: Config, store: string): Answer {
  const base = publicUrl?.replace(/\/+$/, '') ?? `${url}/webhook/crm`
  const webhooks = { identity: `${base}/identity`, invoice: `${base}/invoice`, quote: `${base}/quote` }
  return {
    exitCode: DONE,
    result: { company, store, url, webhooks },
    text: () =>
      [
        `siagh-sync listens on ${url}`,
        `store     ${store}`,
        'The CRM is to call, each with ?secret=… behind it:',
        ...Object.values(webhooks).map((address) => `  ${address}`),
      ].join('\n'),
  }
}
