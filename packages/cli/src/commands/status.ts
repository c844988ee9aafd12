import type { Status } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { failureOf } from '../failure'
import type { Style } from '../output/style'
import { duration, isoTime } from '../output/time'
import { define } from './define'

export const registerStatus = define(
  {
    usage: 'status',
    summary: 'how the synchronisation stands',
    exit: 'exit code 3 where something failed or is in doubt',
    examples: [
      ['status', 'for a person'],
      ['status --json', 'for a monitor'],
    ],
  },
  (command) => command,
  (context) =>
    withSync(context, async ({ sync, storePlace }) =>
      (await sync.status()).map((status) => answerOf(status, storePlace)).mapErr(failureOf),
    ),
)

/** What runs is known to the process alone that runs it, so it is no part of this. */
function answerOf(status: Status, store: string): Answer {
  const { company, pending, oldestPendingAt, failed, inDoubt, unreadableContacts } = status
  const oldest = oldestPendingAt === undefined ? {} : { oldestPendingAt: isoTime(oldestPendingAt) }
  return {
    exitCode: failed + inDoubt > 0 ? DONE_WITH_FAILURES : DONE,
    result: {
      company,
      store,
      pending,
      ...oldest,
      failed,
      inDoubt,
      ...(unreadableContacts > 0 && { unreadableContacts }),
    },
    text: (style) => textOf(status, store, style),
  }
}

function textOf(
  { company, pending, oldestPendingAt, failed, inDoubt, unreadableContacts }: Status,
  store: string,
  style: Style,
): string {
  const { red, yellow, dim } = style.colors
  const waiting = oldestPendingAt === undefined ? '' : `, the oldest for ${duration(Date.now() - oldestPendingAt)}`
  return [
    `company  ${company}`,
    `store    ${store}`,
    `pending  ${pending}${waiting}`,
    `failed   ${failed === 0 ? '0' : red(String(failed))}`,
    `in doubt ${inDoubt === 0 ? '0' : yellow(String(inDoubt))}`,
    ...(unreadableContacts > 0
      ? [
          yellow(
            `${unreadableContacts} ${unreadableContacts === 1 ? 'row' : 'rows'} of Siagh's contact list cannot be read: \`siagh-sync check\` names them.`,
          ),
        ]
      : []),
    ...(failed - inDoubt > 0 ? [dim('`siagh-sync failures` says why.')] : []),
    ...(inDoubt > 0 ? [dim('`siagh-sync in-doubt` says which documents to look for in Siagh.')] : []),
  ].join('\n')
}
