import { err, ok } from 'neverthrow'
import { reconcile, type ReconcileReport } from '@siagh-sync/reconcile'
import { withSync } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { define, limitOption } from './define'
import { describeDrift, driftText } from '../reconcile/describe-drift'
import { firstDrifts } from '../reconcile/first-drifts'
import { endOf, follow } from './follow'

interface Options {
  readonly repair?: boolean
  readonly limit: number
}

export const registerReconcile = define(
  {
    usage: 'reconcile',
    summary: 'compares both sides and tells where they differ',
    exit: 'exit code 3 where they do',
    examples: [
      ['reconcile', 'look, and write nothing anywhere'],
      ['reconcile --repair', 'and note what a sync can mend'],
    ],
    notes: 'Of fields that differ it tells which, not what is in them. What is noted is mended by `siagh-sync serve`.',
  },
  (command) =>
    command
      .option('--repair', 'notes what a sync can mend')
      .addOption(limitOption(50).default(50, '50 of each kind of difference')),
  (context, { repair = false, limit }: Options) =>
    withSync(context, async ({ sync }) => {
      const first = firstDrifts(limit)
      let report: ReconcileReport | undefined
      const events = reconcile(sync, { repair, signal: context.interruption.signal })
      const followed = await follow(events, (event) => {
        if (event.kind === 'progress') context.progress.show(context.speech.say(`phase_${event.phase}`), event.progress)
        else if (event.kind === 'finished') report = event.report
        else first.add(event.drift)
      })
      if (followed.isErr()) return err(followed.error)
      const found = first.byKind()
      const drift = [...found.values()].flat()
      const end = drift.length === 0 ? DONE : DONE_WITH_FAILURES
      return ok({
        exitCode: endOf(context, report?.complete === true, end),
        result: { ...report, rows: drift.map(describeDrift) },
        text: (style) => (report ? driftText(report, found, { repair, limit }, style) : ''),
      })
    }),
)
