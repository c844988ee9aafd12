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

interface Options {
  readonly type?: IdentityType
}

export const registerSync = define(
  {
    usage: 'sync <kind> <id>',
    summary: 'brings one identity, invoice or quote to Siagh now',
    examples: [
      ['sync identity 2b1f0c6e-0000-4000-8000-000000000001', 'a person or an organization'],
      ['sync invoice 2b1f0c6e-0000-4000-8000-000000000002', 'an invoice, and its customer first'],
    ],
    notes: 'Nothing is noted: what fails here is yours to try again.',
  },
  (command) =>
    command.addOption(
      new Option('--type <type>', 'of an identity; default: the CRM is asked for both').choices([
        'person',
        'organization',
      ]),
    ),
  async (context, { type }: Options, [kind = '', given = '']) => {
    if (!isKind(kind)) return err(misuse(`"${kind}" is none of identity, invoice, quote.`))
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    return withSync(context, async ({ sync }) =>
      (await syncOf(sync, kind, id.value, type)).map(answerOf).mapErr(failureOf),
    )
  },
)

function isKind(kind: string): kind is EntityKind {
  return kind === 'identity' || kind === 'invoice' || kind === 'quote'
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

function textOf({ kind, id, outcome, siagh, warnings }: Outcome, { colors }: Style): string {
  const counterpart = kind === 'identity' ? 'contact' : 'pre-invoice'
  const number = siagh?.number === undefined ? '' : `number ${siagh.number}, `
  const where = siagh === undefined ? '' : `: ${counterpart} ${number}code ${siagh.code}`
  return [
    `${kind} ${id} ${colors.green(outcome)}${where}`,
    ...warnings.map((it) => `${colors.yellow('warning')} ${it}`),
  ].join('\n')
}
