import { describeEvent } from './history/event'
import { print } from './report/print'
import { historyOf, runSeed } from './run-seed'
import { START } from './world/start'
import { drawPlan } from './world/plan'

/** Runs one seed, or a part of its history, and tells all that happens. Answers the exit code. */
export async function replay(options: {
  readonly seed: number
  readonly keep: readonly number[] | undefined
  readonly verbose: boolean
}): Promise<0 | 1> {
  const plan = drawPlan(options.seed)
  const history = historyOf(plan).filter((_, place) => options.keep?.includes(place) ?? true)
  const { violations, trace, hash, steps } = await runSeed(options.seed, { history, keepTrace: options.verbose })
  if (options.verbose) {
    print(JSON.stringify(plan, null, 2))
    for (const event of history) print(describeEvent(event, START))
    for (const line of trace) print(line)
  }
  for (const violation of violations) print(`  ${violation}`)
  print(
    `seed ${options.seed}: ${violations.length === 0 ? 'every promise was kept' : 'fails'} (${steps} steps, ${hash})`,
  )
  return violations.length === 0 ? 0 : 1
}
