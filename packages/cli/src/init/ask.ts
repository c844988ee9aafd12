import { log, select, text } from '@clack/prompts'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { askPerson, type Terminal } from '../ask-person'
import type { CommandContext } from '../context'
import type { Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { wrap } from '../output/wrap'
import type { Speech } from '../speech/speech'
import type { InitAnswers } from './config-text'
import { RULE_ANSWERS, ruleFault, type RuleAnswer } from './rule-answers'

/** What the command line told already is not asked for. */
export type Given = Partial<InitAnswers>

type Question = (terminal: Terminal) => Promise<string | symbol>

/** Asks for what is left, on a terminal. Ctrl-C ends it. */
export async function ask(
  context: Pick<CommandContext, 'io' | 'interruption' | 'speech'>,
  given: Given,
): Promise<Result<InitAnswers, Failure>> {
  const answers: Record<string, string> = {}
  const { io, speech } = context
  for (const [name, question] of questionsIn(speech)) {
    const told = given[name]
    if (name === 'saleKind' && RULE_ANSWERS.some((rule) => given[rule] === undefined))
      log.info(paragraphs(speech.say('init_about_rules'), io.stderr.columns), { output: io.stderr })
    const answer = told === undefined ? await askPerson(context, cliSaying('nothing_written'), question) : ok(told)
    if (answer.isErr()) return err(answer.error)
    answers[name] = answer.value
  }
  return ok(complete(answers))
}

/** What is not answered is empty. */
export function complete(answers: Given): InitAnswers {
  const { siaghUrl = '', siaghUsername = '', crmUrl = '', crmUsername = '', publicUrl = '', category = '' } = answers
  const { saleKind = '', saleModel = '', salesCentre = '', paymentKind = '', intermediary = '' } = answers
  const store = answers.store === 'postgres' ? answers.store : 'sqlite'
  return {
    ...{ siaghUrl, siaghUsername, crmUrl, crmUsername, publicUrl, store, category },
    ...{ saleKind, saleModel, salesCentre, paymentKind, intermediary },
    documentTitle: answers.documentTitle ?? '',
  }
}

type Validate = (value?: string) => Saying | undefined

function questionsIn(speech: Speech): readonly (readonly [keyof InitAnswers, Question])[] {
  const line = (message: string, placeholder: string, faultOf: Validate): Question => {
    const validate = (value?: string) => {
      const fault = faultOf(value)
      return fault && speech.tell(fault)
    }
    return async (terminal) => (await text({ message, placeholder, validate, ...terminal })) || ''
  }
  const rule = (name: RuleAnswer, message: string): readonly [RuleAnswer, Question] => [
    name,
    line(message, speech.say('not_known_yet'), (value) => ruleFault(name, value)),
  ]
  const isOptional: Validate = (value) => (value ? addressFault(value) : undefined)
  return [
    ['siaghUrl', line(speech.say('ask_siagh_url'), 'http://10.0.0.5', addressFault)],
    ['siaghUsername', line(speech.say('ask_siagh_user'), 'sync', emptyFault)],
    ['crmUrl', line(speech.say('ask_crm_url'), 'http://10.0.0.6', addressFault)],
    ['crmUsername', line(speech.say('ask_crm_user'), 'sync', emptyFault)],
    ['store', (terminal) => askStore(speech, terminal)],
    ['publicUrl', line(speech.say('ask_public_url'), 'http://10.0.0.7:3000/webhook/crm', isOptional)],
    rule('saleKind', speech.say('ask_sale_kind')),
    rule('saleModel', speech.say('ask_sale_model')),
    rule('salesCentre', speech.say('ask_sales_centre')),
    rule('paymentKind', speech.say('ask_payment_kind')),
    rule('intermediary', speech.say('ask_intermediary')),
    rule('documentTitle', speech.say('ask_document_title')),
    ['category', line(speech.say('ask_category'), speech.say('no_category'), () => undefined)],
  ]
}

/** Each paragraph in lines that fit beside the mark of a question. */
function paragraphs(said: string, columns = 80): string {
  return said
    .split('\n')
    .map((each) => wrap(each, columns - 4))
    .join('\n')
}

function askStore(speech: Speech, terminal: Terminal): Promise<string | symbol> {
  return select<InitAnswers['store']>({
    message: speech.say('ask_store'),
    options: [
      { value: 'sqlite', label: speech.say('store_sqlite'), hint: speech.say('store_sqlite_hint') },
      { value: 'postgres', label: 'PostgreSQL', hint: speech.say('store_postgres_hint') },
    ],
    ...terminal,
  })
}

/** What is wrong with an address, for the person who types it. */
export function addressFault(value?: string): Saying | undefined {
  const url = value !== undefined && URL.canParse(value) ? new URL(value) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) return cliSaying('answer_address')
  if (url.username + url.password !== '') return cliSaying('answer_without_user')
  return url.search + url.hash === '' ? undefined : cliSaying('answer_without_query')
}

function emptyFault(value?: string): Saying | undefined {
  return value?.trim() ? undefined : cliSaying('answer_not_empty')
}
