import { Option } from 'commander'
import { err } from 'neverthrow'
import type { EntityKind, IdentityType, Outcome, Sync } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE } from '../exit-codes'
import { failureOf, misuse } from '../failure'
import type { Style } from '../output/style'
import { define } from './define'
import { readId } from './read-id'
import { cliSaying } from '../messages/cli-messages'
import type { Speech } from '../speech/speech'
import { RECORD_KINDS } from './record-kinds'

interface Options {
  readonly type?: IdentityType
}

export const registerSync = define(
  {
    usage: 'sync <kind> <id>',
    summary: 'help_sync',
    examples: [
      ['sync identity 2b1f0c6e-0000-4000-8000-000000000001', 'help_sync_identity'],
      ['sync invoice 2b1f0c6e-0000-4000-8000-000000000002', 'help_sync_invoice'],
    ],
    notes: 'help_sync_notes',
  },
  (command, say) => command.addOption(new Option('--type <type>', say('opt_type')).choices(['person', 'organization'])),
  async (context, { type }: Options, [kind = '', given = '']) => {
    if (!isKind(kind)) return err(misuse(cliSaying('kind_wrong', { given: kind })))
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    return withSync(context, async ({ sync }) =>
      (await syncOf(sync, kind, id.value, type)).map(answerOf).mapErr(failureOf),
    )
  },
)

function isKind(kind: string): kind is EntityKind {
  return RECORD_KINDS.some((each) => each === kind)
}

function syncOf(sync: Sync, kind: EntityKind, id: string, type: IdentityType | undefined) {
  switch (kind) {
    case 'identity':
      return sync.syncIdentity({ id, ...(type && { type }) })
    case 'invoice':
      return sync.syncInvoice({ id })
    case 'quote':
      return sync.syncQuote({ id })
  }
}

function answerOf(outcome: Outcome): Answer {
  return { exitCode: DONE, result: outcome, text: (style) => textOf(outcome, style) }
}

function textOf(result: Outcome, { colors, speech }: Style): string {
  const { kind, id, outcome, warnings } = result
  const done = speech.say('sync_came_to', {
    kind: cliSaying(`record_${kind}`),
    id,
    outcome: colors.green(speech.say(`outcome_${outcome}`)),
  })
  const told = warnings.map((warning) => speech.say(`warning_${warning}`))
  return [
    withCounterpart(result, done, speech),
    ...told.map((warning) => `${colors.yellow(speech.say('warning_word'))} ${warning}`),
  ].join('\n')
}

function withCounterpart({ kind, siagh }: Outcome, done: string, speech: Speech): string {
  if (siagh === undefined) return done
  const { code, number } = siagh
  if (kind === 'identity') return speech.say('as_contact', { done, code })
  return number === undefined
    ? speech.say('as_pre_invoice', { done, code })
    : speech.say('as_pre_invoice_number', { done, number, code })
}
