import type { Status } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { withOperator } from '../operator/with-operator'
import type { Style } from '../output/style'
import { paragraph } from '../output/wrap'
import { beside } from '../output/beside'
import { isoTime } from '../output/time'
import { durationSaying } from '../speech/speech'
import { define, remoteOption } from './define'

export const registerStatus = define(
  {
    usage: 'status',
    summary: 'help_status',
    exit: 'help_status_exit',
    examples: [
      ['status', 'help_status_person'],
      ['status --json', 'help_check_monitor'],
    ],
  },
  (command, say) => command.option(...remoteOption(say)),
  (context) =>
    withOperator(context, async ({ operator }) =>
      (await operator.status()).map((status) => answerOf(status, operator.place)),
    ),
)

/** What runs is known to the process alone that runs it, so it is no part of this. */
function answerOf(status: Status, store: string): Answer {
  const { company, mode, pending, oldestPendingAt, held, failed, inDoubt, unreadableContacts } = status
  const oldest = oldestPendingAt === undefined ? {} : { oldestPendingAt: isoTime(oldestPendingAt) }
  return {
    exitCode: failed + inDoubt + held > 0 ? DONE_WITH_FAILURES : DONE,
    result: {
      company,
      store,
      mode,
      pending,
      ...oldest,
      held,
      failed,
      inDoubt,
      ...(unreadableContacts > 0 && { unreadableContacts }),
    },
    text: (style) => textOf(status, store, style),
  }
}

function textOf(
  { company, mode, pending, oldestPendingAt, held, failed, inDoubt, unreadableContacts }: Status,
  store: string,
  style: Style,
): string {
  const { colors, speech } = style
  const { red, yellow, dim } = colors
  const heads = (['company', 'store', 'mode', 'pending', 'held', 'failed', 'in_doubt'] as const).map((name) =>
    speech.say(`status_${name}`),
  )
  const waiting = speech.number(pending)
  const values = [
    company,
    store,
    mode === 'shadow' ? yellow(speech.say('mode_shadow')) : speech.say('mode_live'),
    oldestPendingAt === undefined
      ? waiting
      : speech.say('oldest_waits', { pending, duration: durationSaying(Date.now() - oldestPendingAt) }),
    held === 0 ? speech.number(0) : yellow(speech.number(held)),
    failed === 0 ? speech.number(0) : red(speech.number(failed)),
    inDoubt === 0 ? speech.number(0) : yellow(speech.number(inDoubt)),
  ]
  return [
    ...beside(style, heads, values),
    ...(unreadableContacts > 0
      ? [yellow(paragraph(style, speech.say('rows_unreadable', { count: unreadableContacts })))]
      : []),
    ...(held > 0 ? [dim(speech.say('held_say_which'))] : []),
    ...(failed - inDoubt > 0 ? [dim(speech.say('failures_say_why'))] : []),
    ...(inDoubt > 0 ? [dim(speech.say('doubts_say_which'))] : []),
  ].join('\n')
}
