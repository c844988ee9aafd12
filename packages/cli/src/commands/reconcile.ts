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
    summary: 'help_reconcile',
    exit: 'help_reconcile_exit',
    examples: [
      ['reconcile', 'help_reconcile_look'],
      ['reconcile --repair', 'help_reconcile_repair'],
    ],
    notes: 'help_reconcile_notes',
  },
  (command, say) =>
    command
      .option('--repair', say('opt_repair'))
      .addOption(limitOption(say, 50).default(50, say('opt_reconcile_limit'))),
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
