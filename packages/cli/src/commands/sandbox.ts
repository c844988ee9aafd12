import { once } from 'node:events'
import { InvalidArgumentError } from 'commander'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import type { Dialect, ListeningSandbox, Sandbox } from '@siagh-sync/sandbox'
import type { Answer, Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { cannotStart, misuse, type Failure } from '../failure'
import { define } from './define'
import { replay } from './replay'
import { cliSaying, inEnglish } from '../messages/cli-messages'

interface Options {
  readonly siaghPort: number
  readonly crmPort: number
  readonly controlPort: number
  readonly contacts: number
  readonly twins: number
  readonly people: number
  readonly webhook: string
  readonly seed: number
  readonly dialect: readonly string[]
  readonly replay?: string
}

/** Of this simulation, which holds nobody's data. */
const SECRET = 'sandbox-webhook-secret'

export const registerSandbox = define(
  {
    usage: 'sandbox',
    summary: 'help_sandbox',
    examples: [
      ['sandbox >.env', 'help_sandbox_env'],
      ['sandbox --contacts 5000 --twins 2000 >.env', 'help_sandbox_size'],
      ['sandbox --replay recording >.env', 'help_sandbox_replay'],
    ],
    notes: 'help_sandbox_notes',
  },
  (command, say) =>
    command
      .option('--siagh-port <number>', say('opt_siagh_port'), port, 7001)
      .option('--crm-port <number>', say('opt_crm_port'), port, 7002)
      .option('--control-port <number>', say('opt_control_port'), port, 7003)
      .option('--contacts <number>', say('opt_contacts'), count, 60)
      .option('--twins <number>', say('opt_twins'), count, 25)
      .option('--people <number>', say('opt_people'), count, 0)
      .option('--webhook <address>', say('opt_webhook'), 'http://127.0.0.1:3000/webhook/crm')
      .option('--seed <number>', say('opt_seed'), count, 1)
      .option('--dialect <name=value>', say('opt_dialect'), (text, all: readonly string[]) => [...all, text], [])
      .option('--replay <folder>', say('opt_replay')),
  async (context, options: Options) => {
    if (options.replay !== undefined) return replay(context, options.replay, options)
    if (!URL.canParse(options.webhook))
      return err(misuse(cliSaying('webhook_wants_address', { given: options.webhook })))
    // Loaded here: no other command has a use for it.
    const { createSandbox } = await import('@siagh-sync/sandbox')
    const dialect = await chosenDialect(options.dialect)
    if (dialect.isErr()) return err(dialect.error)
    const sandbox = createSandbox({ contacts: options.contacts, seed: options.seed, dialect: dialect.value })
    try {
      await fillCrm(sandbox, options)
    } catch (error) {
      if (error instanceof RangeError) {
        return err(misuse(cliSaying('twins_wrong', { given: options.twins, reason: error.message })))
      }
      throw error
    }
    sandbox.crm.webhooks.pointAt(`${options.webhook}?secret=${SECRET}`)
    return listen(context, sandbox, options)
  },
)

async function chosenDialect(choices: readonly string[]): Promise<Result<Partial<Dialect>, Failure>> {
  const { readDialect } = await import('@siagh-sync/sandbox')
  try {
    return ok(readDialect(choices))
  } catch (error) {
    return err(misuse(cliSaying('dialect_wrong', { reason: error instanceof Error ? error.message : String(error) })))
  }
}

async function fillCrm({ crm, siagh }: Sandbox, { twins, people, seed }: Options): Promise<void> {
  const { samplePeople, sampleTwins } = await import('@siagh-sync/sandbox')
  for (const twin of sampleTwins(siagh.contacts(), twins, seed)) {
    if (twin.type === 'person') crm.createPerson(twin.fields)
    else crm.createOrganization(twin.fields)
  }
  for (const person of samplePeople(people, seed)) crm.createPerson(person)
}

async function listen(
  { announce, note, speech, interruption: { signal } }: CommandContext,
  sandbox: Sandbox,
  options: Options,
): Answered {
  const { siaghPort, crmPort, controlPort, webhook } = options
  try {
    const listening = await sandbox.listen({ siaghPort, crmPort, controlPort })
    announce(await listeningAt(sandbox, listening, webhook))
    note(speech.say('sandbox_runs', { siagh: listening.siaghUrl, crm: listening.crmUrl }))
    if (!signal.aborted) await once(signal, 'abort')
    await listening.close()
    return ok('announced')
  } catch (error) {
    return err(cannotStart(cliSaying('sandbox_cannot_listen', { reason: reasonOf(error) })))
  }
}

function reasonOf(error: unknown): Saying | string {
  if (!(error instanceof Error)) return String(error)
  const isTaken = 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
  if (!isTaken) return error.message
  return cliSaying('sandbox_port_taken', { port: String(error.port) })
}

async function listeningAt({ siagh, crm }: Sandbox, listening: ListeningSandbox, webhook: string): Promise<Answer> {
  const { sampleSite } = await import('@siagh-sync/sandbox')
  const { siaghUrl, crmUrl, controlUrl } = listening
  const environment = {
    SIAGH_URL: siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_PUBLIC_URL: webhook,
    PORT: new URL(webhook).port || '80',
    ...sampleSite.environment,
  }
  return {
    exitCode: DONE,
    result: { siaghUrl, crmUrl, controlUrl, environment },
    text: () =>
      [
        '# A simulated Siagh and a simulated CRM, as long as `siagh-sync sandbox` runs: put this into .env.',
        ...Object.entries(environment).map(([name, value]) => `${name}="${value}"`),
        '# What the two hold, and how to change it (packages/sandbox/README.md):',
        `#   curl ${controlUrl}`,
        `#   curl -X POST ${controlUrl}/crm/person`,
        `#   curl ${controlUrl}/siagh/contacts`,
      ].join('\n'),
  }
}

function count(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(inEnglish(cliSaying('must_be_whole')))
}

function port(text: string): number {
  const number = count(text)
  if (number <= 65_535) return number
  throw new InvalidArgumentError(inEnglish(cliSaying('must_be_port')))
}
