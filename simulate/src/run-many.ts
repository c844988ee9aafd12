import { runSeeds, type SeedVerdict } from './pool/run-seeds'
import { describeFailure } from './report/describe-failure'
import { print } from './report/print'
import { runSeed } from './run-seed'
import { realNow } from './scheduler/fake-globals'
import { shrinkSeed } from './shrink/shrink-seed'

// After so many the list is long enough to see what is wrong.
const MOST_FAILURES = 20
const MOST_SHRUNK = 3

/** Runs many seeds and reports those that fail. Answers the exit code. */
export async function runMany(options: {
  readonly from: number
  readonly count: number
  readonly workers: number
  readonly shrink: boolean
  readonly first: boolean
}): Promise<0 | 1> {
  const began = realNow()
  const failed: SeedVerdict[] = []
  let done = 0
  await runSeeds(options, (verdict) => {
    done += 1
    if (verdict.violations.length > 0) {
      failed.push(verdict)
      print(`seed ${verdict.seed} fails: ${verdict.violations[0] ?? ''}`)
    }
    if (done % 100 === 0) print(`${done} seeds, ${failed.length} failed, ${((realNow() - began) / 1000).toFixed(0)} s`)
    return failed.length < (options.first ? 1 : MOST_FAILURES)
  })
  const seconds = ((realNow() - began) / 1000).toFixed(1)
  print(
    `${done} seeds from ${options.from} on in ${seconds} s: ${failed.length === 0 ? 'every promise was kept' : `${failed.length} failed`}`,
  )
  if (failed.length === 0) return 0
  if (options.shrink) await reportShrunk(failed)
  print(`failed: ${failed.map(({ seed }) => seed).join(' ')}`)
  return 1
}

async function reportShrunk(failed: readonly SeedVerdict[]): Promise<void> {
  for (const { seed } of failed.slice(0, MOST_SHRUNK)) {
    const verdict = await runSeed(seed)
    if (verdict.violations.length === 0)
      print(`seed ${seed} does not fail when it is run again: the simulation is not deterministic`)
    else print(describeFailure(await shrinkSeed(verdict)))
  }
}
