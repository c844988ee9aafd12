import { describeEvent } from '../history/event'
import { historyOf } from '../run-seed'
import { simplifyPlan, unusualParts } from '../shrink/simplify-plan'
import type { Shrunk } from '../shrink/shrink-seed'
import { START } from '../world/start'
import { drawPlan, type Plan } from '../world/plan'

/** A failure as a person reads it: what was broken, the shortest history that breaks it, and how to see it happen. */
export function describeFailure({ verdict, kept, of, usual }: Shrunk): string {
  const { seed, violations } = verdict
  const drawn = drawPlan(seed)
  const history = historyOf(drawn)
  const plan = simplifyPlan(drawn, usual)
  const offsets = plan.offsetsMs.map((ms) => `${Math.round(ms / 1000)} s`).join(', ')
  return [
    `seed ${seed} fails:`,
    ...violations.map((violation) => `  ${violation}`),
    `its world: ${plan.machines} processes on a ${plan.store} store, clocks off by ${offsets}`,
    `unusual in it: ${unusualParts(plan)
      .map((part) => describePart(plan, part))
      .join(', ')}`,
    `its history, ${kept.length} of ${of} events:`,
    ...kept.flatMap((place) => {
      const event = history[place]
      return event ? [`  ${describeEvent(event, START)}`] : []
    }),
    `see it happen: pnpm simulate --seed ${seed}${kept.length < of ? ` --keep ${kept.length > 0 ? kept.join(',') : ','}` : ''}${usual.length > 0 ? ` --usual ${usual.join(',')}` : ''}`,
    '',
  ].join('\n')
}

function describePart({ dialect, flaw }: Plan, part: string): string {
  if (part === 'flaw') return `flaw ${JSON.stringify(flaw)}`
  return part in dialect ? `${part}=${String(dialect[part as keyof typeof dialect])}` : part
}
