import { group, select, text } from '@clack/prompts'
import { err, ok, type Result } from 'neverthrow'
import { misuse, type Failure } from '../failure'
import type { Io } from '../io'
import type { InitAnswers } from './config-text'

/** What the command line told already is not asked for. */
export type Given = Partial<InitAnswers>

/** Asks for what is left, on a terminal. */
export async function ask({ stdin: input, stderr: output }: Io, given: Given): Promise<Result<InitAnswers, Failure>> {
  const line = (message: string, placeholder: string, validate: (value?: string) => string | undefined) => () =>
    text({ message, placeholder, validate, input, output })
  const known = (value: string | undefined, otherwise: () => Promise<string | symbol>) =>
    value === undefined ? otherwise : () => Promise.resolve(value)
  const cancellation = new AbortController()
  const answers = await group(
    {
      siaghUrl: known(given.siaghUrl, line('Address of Siagh', 'http://10.0.0.5', addressFault)),
      siaghUsername: known(given.siaghUsername, line('User of Siagh', 'sync', emptyFault)),
      crmUrl: known(given.crmUrl, line('Address of the CRM', 'http://10.0.0.6', addressFault)),
      crmUsername: known(given.crmUsername, line('User of the CRM', 'sync', emptyFault)),
      store: () => (given.store === undefined ? askStore(input, output) : Promise.resolve(given.store)),
      publicUrl: known(
        given.publicUrl,
        line('What the CRM calls (empty: not known yet)', 'http://10.0.0.7:3000/webhook/crm', (value) =>
          value ? addressFault(value) : undefined,
        ),
      ),
    },
    { onCancel: () => cancellation.abort() },
  )
  if (cancellation.signal.aborted) return err(misuse('Nothing was written.'))
  return ok({ ...answers, publicUrl: answers.publicUrl || '' })
}

function askStore(input: Io['stdin'], output: Io['stderr']) {
  return select<InitAnswers['store']>({
    message: 'Where it remembers what it has done',
    options: [
      { value: 'sqlite', label: 'a SQLite file', hint: 'one process; needs nothing' },
      { value: 'postgres', label: 'PostgreSQL', hint: 'several machines' },
    ],
    input,
    output,
  })
}

/** What is wrong with an address, for the person who types it. */
export function addressFault(value?: string): string | undefined {
  const url = value !== undefined && URL.canParse(value) ? new URL(value) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'An address such as http://10.0.0.5'
  return url.username + url.password === '' ? undefined : 'Without user and password: those come from the environment'
}

function emptyFault(value?: string): string | undefined {
  return value?.trim() ? undefined : 'It must not be empty'
}
