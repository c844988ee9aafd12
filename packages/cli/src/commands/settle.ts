import { err, ok, type Result } from 'neverthrow'
import { Option } from 'commander'
import type { DocumentKind, Verdict } from '@siagh-sync/sync-core'
import type { Answer, Answered } from '../answer'
import { DONE } from '../exit-codes'
import { misuse, notHere, type Failure } from '../failure'
import type { Operator } from '../operator/operator'
import { withOperator } from '../operator/with-operator'
import { define, remoteOption } from './define'
import { latinDigits } from './latin-digits'
import { readId } from './read-id'
import { cliSaying } from '../messages/cli-messages'
import { DOCUMENT_KINDS } from './record-kinds'

interface Options {
  readonly created?: string
  readonly code?: string
  readonly notCreated?: boolean
  readonly kind?: DocumentKind
}

export const registerSettle = define(
  {
    usage: 'settle <id>',
    summary: 'help_settle',
    examples: [
      ['settle 2b1f0c6e-0000-4000-8000-000000000001 --created 2488', 'help_settle_created'],
      ['settle 2b1f0c6e-0000-4000-8000-000000000001 --not-created', 'help_settle_not_created'],
    ],
  },
  (command, say) =>
    command
      .option('--created <number>', say('opt_created'))
      .option('--code <code>', say('opt_code'))
      .option('--not-created', say('opt_not_created'))
      .addOption(new Option('--kind <kind>', say('opt_settle_kind')).choices(DOCUMENT_KINDS))
      .option(...remoteOption(say)),
  async (context, options: Options, [given = '']) => {
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    const verdict = verdictOf(options)
    if (verdict.isErr()) return err(verdict.error)
    return withOperator(context, ({ operator }) => settle(operator, id.value, verdict.value, options.kind))
  },
)

function verdictOf({ created, code, notCreated }: Options): Result<Verdict, Failure> {
  if ((created === undefined) === (notCreated !== true)) {
    return err(misuse(cliSaying('settle_needs')))
  }
  if (created === undefined)
    return code === undefined ? ok('not-created') : err(misuse(cliSaying('code_is_for_created')))
  // As Siagh's screen shows it, in either set of digits.
  const number = latinDigits(created.trim())
  if (!/^\d+$/.test(number)) return err(misuse(cliSaying('number_wrong', { given: created })))
  // Numbers and codes are counted apart in Siagh: a number alone must not pass for another document's code.
  return ok({ created: { number, code: code?.trim() || `number-${number}` } })
}

async function settle(operator: Operator, id: string, verdict: Verdict, given: DocumentKind | undefined): Answered {
  const kind = given ?? (await kindOf(operator, id))
  if (typeof kind === 'object') return err(kind)
  const settled = await operator.settleInDoubt({ kind, id }, verdict)
  if (settled.isErr()) return err(settled.error)
  return settled.value === 'settled' ? ok(answerOf(kind, id, verdict)) : err(notInDoubt(id))
}

async function kindOf(operator: Operator, id: string): Promise<DocumentKind | Failure> {
  let after: string | undefined
  do {
    const page = await operator.inDoubt({ limit: 200, ...(after !== undefined && { after }) })
    if (page.isErr()) return page.error
    const found = page.value.items.find((document) => document.id === id)
    if (found) return found.kind
    after = page.value.next
  } while (after !== undefined)
  return notInDoubt(id)
}

const notInDoubt = (id: string) => notHere(cliSaying('not_among_doubts', { id }))

function answerOf(kind: DocumentKind, id: string, verdict: Verdict): Answer {
  const verdictData = verdict === 'not-created' ? { verdict } : { verdict: 'created', ...verdict.created }
  const record = { kind: cliSaying(`record_${kind}`), id }
  const end =
    verdict === 'not-created'
      ? cliSaying('posted_afresh', record)
      : cliSaying('taken_over_as', { ...record, number: verdict.created.number })
  return { exitCode: DONE, result: { kind, id, ...verdictData }, text: ({ speech }) => speech.tell(end) }
}
