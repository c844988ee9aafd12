import { err, ok } from 'neverthrow'
import type { EntityKind, HeldVerdict, Mode, ReleasedAll } from '@siagh-sync/sync-core'
import type { Answer, Answered } from '../answer'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { misuse, notHere } from '../failure'
import { heldRecord } from '../held/held-record'
import { cliSaying } from '../messages/cli-messages'
import type { Operator } from '../operator/operator'
import { withOperator } from '../operator/with-operator'
import { paragraph } from '../output/wrap'
import { define, kindOption, remoteOption } from './define'
import { readId } from './read-id'

interface Options {
  readonly all?: boolean
  readonly kind?: EntityKind
}

const EXAMPLE = '2b1f0c6e-0000-4000-8000-000000000001'

export const registerRelease = define(
  {
    usage: 'release [id]',
    summary: 'help_release',
    examples: [
      [`release ${EXAMPLE}`, 'help_release_one'],
      ['release --all', 'help_release_all'],
    ],
    notes: 'help_release_notes',
  },
  (command, say) =>
    command
      .option('--all', say('opt_release_all'))
      .addOption(kindOption(say))
      .option(...remoteOption(say)),
  async (context, { all, kind }: Options, [given]) => {
    if ((given === undefined) === (all !== true)) return err(misuse(cliSaying('release_needs')))
    if (given === undefined)
      return withOperator(context, async ({ operator }) => {
        const mode = await modeOf(operator)
        if (mode.isErr()) return err(mode.error)
        return (await operator.releaseAll(kind ? { kind } : {})).map((ended) => answerOfAll(ended, mode.value))
      })
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    return withOperator(context, ({ operator }) => decide(operator, id.value, kind, 'released'))
  },
)

export const registerRefuse = define(
  {
    usage: 'refuse <id>',
    summary: 'help_refuse',
    examples: [[`refuse ${EXAMPLE}`, 'help_refuse_one']],
    notes: 'help_refuse_notes',
  },
  (command, say) => command.addOption(kindOption(say)).option(...remoteOption(say)),
  async (context, { kind }: Options, [given = '']) => {
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    return withOperator(context, ({ operator }) => decide(operator, id.value, kind, 'refused'))
  },
)

async function decide(operator: Operator, id: string, only: EntityKind | undefined, verdict: HeldVerdict): Answered {
  const record = await heldRecord(operator, id, only)
  if (record.isErr()) return err(record.error)
  const { key, fingerprint, waitsFor } = record.value
  const mode = await modeOf(operator)
  if (mode.isErr()) return err(mode.error)
  const decided = await (verdict === 'released'
    ? operator.release(key, fingerprint)
    : operator.refuse(key, fingerprint))
  if (decided.isErr()) return err(decided.error)
  switch (decided.value) {
    case 'not_held':
      return err(notHere(cliSaying('not_among_held', { id })))
    case 'changed':
      return err(notHere(cliSaying('held_changed_meanwhile', { id })))
    case 'waits_for_customer':
      return err(notHere(cliSaying('held_waits_for_customer', { id, customer: waitsFor ?? '' })))
    case 'released':
    case 'refused':
      return ok(answerOf(key.kind, id, decided.value, mode.value))
  }
}

/** Asked before the verdict: an answer that sounds as if something was sent must be true. */
async function modeOf(operator: Operator) {
  return (await operator.status()).map(({ mode }) => mode)
}

/** In shadow a release sends nothing. It must not sound as if it did. */
function answerOf(kind: EntityKind, id: string, verdict: HeldVerdict, mode: Mode): Answer {
  const isOnlyNoted = mode === 'shadow' && verdict === 'released'
  const said = cliSaying(isOnlyNoted ? 'released_noted' : `${verdict}_one`, { kind: cliSaying(`record_${kind}`), id })
  return {
    exitCode: DONE,
    result: { kind, id, verdict, ...(isOnlyNoted && { mode }) },
    text: (style) =>
      [style.speech.tell(said), ...(isOnlyNoted ? [style.speech.say('released_in_shadow')] : [])]
        .map((each) => paragraph(style, each))
        .join('\n'),
  }
}

function answerOfAll(ended: ReleasedAll, mode: Mode): Answer {
  const isShadow = mode === 'shadow'
  const { released, waiting, busy } = ended
  return {
    exitCode: waiting + busy > 0 ? DONE_WITH_FAILURES : DONE,
    result: { ...ended, ...(isShadow && { mode }) },
    text: (style) => {
      const { speech } = style
      return [
        released + waiting + busy === 0 ? speech.say('nothing_held') : speech.say('released_all', { count: released }),
        ...(isShadow && released > 0 ? [speech.say('released_in_shadow')] : []),
        ...(waiting > 0 ? [speech.say('released_waiting', { count: waiting })] : []),
        ...(busy > 0 ? [speech.say('released_busy', { count: busy })] : []),
      ]
        .map((each) => paragraph(style, each))
        .join('\n')
    },
  }
}
