import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Verdict } from '../run-seed'

/** What a worker reports about a seed. */
export type SeedVerdict = Omit<Verdict, 'trace'>

/**
 * Runs `count` seeds from `from` on in `workers` processes of their own, since a world replaces the clocks of its process. `tell` hears
 * of each, in no order; once it answers `false` no further seed is begun.
 */
export async function runSeeds(
  { from, count, workers }: { readonly from: number; readonly count: number; readonly workers: number },
  tell: (verdict: SeedVerdict) => boolean,
): Promise<void> {
  let next = from
  let goesOn = true
  const take = () => (goesOn && next < from + count ? next++ : undefined)
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('./seed-worker.ts', import.meta.url)))
      const feed = () => {
        const seed = take()
        if (seed === undefined) child.disconnect()
        else child.send(seed)
      }
      child.on('message', (verdict: SeedVerdict) => {
        if (!tell(verdict)) goesOn = false
        feed()
      })
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(describeEnd(child, code)))))
      feed()
    })
  await Promise.all(Array.from({ length: Math.min(workers, count) }, work))
}

const describeEnd = ({ pid }: ChildProcess, code: number | null) =>
  `the worker ${pid ?? ''} ended with ${code ?? 'a signal'} before its seed was done`
