import { select, text } from '@clack/prompts'
import { err, ok, type Result } from 'neverthrow'
import { askPerson, type Terminal } from '../ask-person'
import type { CommandContext } from '../context'
import type { Failure } from '../failure'
import type { InitAnswers } from './config-text'

/** What the command line told already is not asked for. */
export type Given = Partial<InitAnswers>

type Question = (terminal: Terminal) => Promise<string | symbol>

/** Asks for what is left, on a terminal. Ctrl-C ends it. */
export async function ask(
  context: Pick<CommandContext, 'io' | 'interruption'>,
  given: Given,
): Promise<Result<InitAnswers, Failure>> {
  const answers: Record<string, string> = {}
  for (const [name, question] of QUESTIONS) {
    const told = given[name]
    const answer = told === undefined ? await askPerson(context, 'Nothing was written.', question) : ok(told)
    if (answer.isErr()) return err(answer.error)
    answers[name] = answer.value
  }
  const { siaghUrl = '', siaghUsername = '', crmUrl = '', crmUsername = '', store, publicUrl = '' } = answers
  return ok({ siaghUrl, siaghUsername, crmUrl, crmUsername, publicUrl, store: store === 'postgres' ? store : 'sqlite' })
}

const line =
  (message: string, placeholder: string, validate: (value?: string) => string | undefined): Question =>
  async (terminal) =>
    (await text({ message, placeholder, validate, ...terminal })) || ''

const QUESTIONS: readonly (readonly [keyof InitAnswers, Question])[] = [
  ['siaghUrl', line('Address of Siagh', 'http://10.0.0.5', addressFault)],
  ['siaghUsername', line('User of Siagh', 'sync', emptyFault)],
  ['crmUrl', line('Address of the CRM', 'http://10.0.0.6', addressFault)],
  ['crmUsername', line('User of the CRM', 'sync', emptyFault)],
  ['store', askStore],
  [
    'publicUrl',
    line('What the CRM calls (empty: not known yet)', 'http://10.0.0.7:3000/webhook/crm', (value) =>
      value ? addressFault(value) : undefined,
    ),
  ],
]

function askStore(terminal: Terminal): Promise<string | symbol> {
  return select<InitAnswers['store']>({
    message: 'Where it remembers what it has done',
    options: [
      { value: 'sqlite', label: 'a SQLite file', hint: 'one process; needs nothing' },
      { value: 'postgres', label: 'PostgreSQL', hint: 'several machines' },
    ],
    ...terminal,
  })
}

/** What is wrong with an address, for the person who types it. */
export function addressFault(value?: string): string | undefined {
  const url = value !== undefined && URL.canParse(value) ? new URL(value) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'An address such as http://10.0.0.5'
  if (url.username + url.password !== '') return 'Without user and password: those come from the environment'
  return url.search + url.hash === '' ? undefined : 'Without ? and #, and what stands behind them'
}

function emptyFault(value?: string): string | undefined {
  return value?.trim() ? undefined : 'It must not be empty'
}
