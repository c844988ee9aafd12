import { err, ok, type Result } from 'neverthrow'
import type { CatchUpReport } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE, type ExitCode } from '../exit-codes'
import type { Failure } from '../failure'
import type { Style } from '../output/style'
import { inTehran } from '../output/time'
import { define } from './define'
import { endOf, follow } from './follow'
import { readTime } from './read-time'

export const registerCatchUp = define(
  {
    usage: 'catch-up',
    summary: 'notes what changed in the CRM while its webhooks did not come through',
    examples: [
      ['catch-up', 'since the last time'],
      ['catch-up --since 1404/09/01', 'since 1 Azar, by the clock of the CRM'],
    ],
    notes: '`siagh-sync serve` does so by itself, and handles what is noted.',
  },
  (command) =>
    command.option('--since <time>', '1404/09/04, 2025-11-25 or 2025-11-25T17:33, in Tehran; default: the last time'),
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
        else context.progress.show(`looking for changes: ${event.entity}`, event.progress)
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

function textOf({ by, noted, refused, mark }: CatchUpReport, { colors }: Style): string {
  const { identity, invoice, quote } = noted
  return [
    `noted  identities ${identity}, invoices ${invoice}, quotes ${quote}`,
    ...(mark ? [`next   from ${inTehran(mark)} by the CRM's clock`] : []),
    ...(by === 'walk'
      ? [colors.yellow('The CRM refuses to be asked for changes: every identity was noted, and no document could be.')]
      : []),
    ...(by === 'find' && refused.length > 0
      ? [colors.yellow(`The CRM refuses to be asked for changes of: ${refused.join(', ')}.`)]
      : []),
  ].join('\n')
}
