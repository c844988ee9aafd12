import { historyOf, runSeed, type Verdict } from '../run-seed'
import type { WorldOptions } from '../world/create-world'
import { drawPlan } from '../world/plan'
import { shrink } from './shrink'
import { unusualParts } from './simplify-plan'

/** A seed's failure with as little history as brings it about, in a world as usual as it can be. */
export interface Shrunk {
  readonly verdict: Verdict
  /** The places of the events that are left. */
  readonly kept: readonly number[]
  readonly of: number
  /** The parts of the world that are as usual now. */
  readonly usual: readonly string[]
}

const MAX_RUNS = 150

/** Shortens the history of a seed that fails; what is left fails by the same check. */
export async function shrinkSeed(
  verdict: Verdict,
  options: WorldOptions & { readonly maxRuns?: number } = {},
): Promise<Shrunk> {
  const { seed } = verdict
  const history = historyOf(drawPlan(seed))
  const checks = new Set(verdict.violations.map(checkOf))
  const runWith = (places: readonly number[], usual: readonly string[]) =>
    runSeed(seed, { ...options, usual, history: history.filter((_, place) => places.includes(place)) })
  const fails = async (places: readonly number[], usual: readonly string[] = []) =>
    (await runWith(places, usual)).violations.some((violation) => checks.has(checkOf(violation)))
  const all = history.map((_, place) => place)
  const kept = await shrink(all, fails, options.maxRuns ?? MAX_RUNS)
  const usual: string[] = []
  for (const part of unusualParts(drawPlan(seed))) if (await fails(kept, [...usual, part])) usual.push(part)
  return { verdict: await runWith(kept, usual), kept, of: history.length, usual }
}

/** The word before the colon. */
function checkOf(violation: string): string {
  return violation.slice(0, violation.indexOf(':'))
}
