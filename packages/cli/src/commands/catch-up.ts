import { err, ok, type Result } from 'neverthrow'
import type { CatchUpReport } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE, type ExitCode } from '../exit-codes'
import type { Failure } from '../failure'
import type { Style } from '../output/style'
import { define } from './define'
import { endOf, follow } from './follow'
import { readTime } from './read-time'
import { cliSaying } from '../messages/cli-messages'

export const registerCatchUp = define(
  {
    usage: 'catch-up',
    summary: 'help_catch_up',
    examples: [
      ['catch-up', 'help_catch_up_last'],
      ['catch-up --since 1404/09/01', 'help_catch_up_since'],
    ],
    notes: 'help_catch_up_notes',
  },
  (command, say) => command.option('--since <time>', say('opt_since_last')),
  async (context, options: { readonly since?: string }) => {
    const since: Result<Date | undefined, Failure> =
      options.since === undefined ? ok(undefined) : readTime(options.since)
    if (since.isErr()) return err(since.error)
    return withSync(context, async ({ sync }) => {
      let report: CatchUpReport | undefined
      const events = sync.catchUp({
        ...(since.value && { since: since.value }),
        signal: context.interruption.signal,
      })
      const followed = await follow(events, (event) => {
        if (event.kind === 'finished') report = event.report
        else {
          const entity = cliSaying(`record_${event.entity}`)
          context.progress.show(context.speech.say('looking_for_changes', { entity }), event.progress)
        }
      })
      if (followed.isErr()) return err(followed.error)
      return ok(answerOf(report, endOf(context, report?.complete === true, DONE)))
    })
  },
)

function answerOf(report: CatchUpReport | undefined, exitCode: ExitCode): Answer {
  const { mark, ...rest } = report ?? {}
  return {
    exitCode,
    result: { ...rest, ...(mark && { mark: mark.toISOString() }) },
    text: (style) => (report ? textOf(report, style) : ''),
  }
}

function textOf({ by, noted, refused, mark }: CatchUpReport, { colors, speech }: Style): string {
  const { identity, invoice, quote } = noted
  return [
    speech.say('caught_up', { identities: identity, invoices: invoice, quotes: quote }),
    ...(mark ? [speech.say('next_from', { time: speech.second(mark) })] : []),
    ...(by === 'walk' ? [colors.yellow(speech.say('crm_refuses_find'))] : []),
    ...(by === 'find' && refused.length > 0
      ? [colors.yellow(speech.say('crm_refuses_find_of', { entities: refused.join(', ') }))]
      : []),
  ].join('\n')
}
