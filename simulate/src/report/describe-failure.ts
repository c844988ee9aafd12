import { describeEvent } from '../history/event'
import { historyOf } from '../run-seed'
import type { Shrunk } from '../shrink/shrink-seed'
import { START } from '../world/start'
import { drawPlan } from '../world/plan'

/** A failure as a person reads it: what was broken, the shortest history that breaks it, and how to see it happen. */
export function describeFailure({ verdict, kept, of }: Shrunk): string {
  const { seed, violations } = verdict
  const plan = drawPlan(seed)
  const history = historyOf(plan)
  const offsets = plan.offsetsMs.map((ms) => `${Math.round(ms / 1000)} s`).join(', ')
  return [
    `seed ${seed} fails:`,
    ...violations.map((violation) => `  ${violation}`),
    `its world: ${plan.machines} processes on a ${plan.store} store, clocks off by ${offsets}`,
    `its dialect: ${JSON.stringify(plan.dialect)}`,
    `its history, ${kept.length} of ${of} events:`,
    ...kept.flatMap((place) => {
      const event = history[place]
      return event ? [`  ${describeEvent(event, START)}`] : []
    }),
    `see it happen: pnpm simulate --seed ${seed}${kept.length < of ? ` --keep ${kept.length > 0 ? kept.join(',') : ','}` : ''}`,
    '',
  ].join('\n')
}
