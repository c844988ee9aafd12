import { describeEvent } from './history/event'
import { print } from './report/print'
import { historyOf, runSeed } from './run-seed'
import { simplifyPlan } from './shrink/simplify-plan'
import { START } from './world/start'
import { drawPlan } from './world/plan'

/** Runs one seed, or a part of its history, and tells all that happens. Answers the exit code. */
export async function replay(options: {
  readonly seed: number
  readonly keep: readonly number[] | undefined
  readonly usual: readonly string[]
  readonly verbose: boolean
}): Promise<0 | 1> {
  const { usual } = options
  const drawn = drawPlan(options.seed)
  const plan = simplifyPlan(drawn, usual)
  const history = historyOf(drawn).filter((_, place) => options.keep?.includes(place) ?? true)
  const { violations, trace, hash, steps } = await runSeed(options.seed, { history, usual, keepTrace: options.verbose })
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
