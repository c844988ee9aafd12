import { randomUUID } from 'node:crypto'
import type { PrefixPlace } from '../backends/with-prefix'
import type { SchemaPlace } from '../backends/with-schema'
import { answerParent } from '../child/answer-parent'
import type { Contestant } from './contestant'
import { ours } from './ours'
import { plain } from './plain'

/** How long so many jobs took, in milliseconds. */
export interface JobTimes {
  readonly addMs: number
  readonly handleMs: number
}

const IN_FLIGHT = 64
const LIMIT_MS = 60_000

let contestant: Contestant | undefined

const commands = {
  async open(kind: 'ours' | 'plain', place: PrefixPlace | SchemaPlace): Promise<void> {
    contestant = kind === 'ours' ? ours(place) : plain(place)
  },
  /** Adds jobs with keys of their own, 64 at a time; then starts a worker and has them handled. */
  async run(jobs: number, concurrency: number): Promise<JobTimes> {
    if (!contestant) throw new Error('open comes first')
    return { addMs: await addAll(contestant, jobs), handleMs: await handleAll(contestant, jobs, concurrency) }
  },
}

/** The commands of this process. */
export type QueueCommands = typeof commands

answerParent(commands)

async function addAll(contestant: Contestant, jobs: number): Promise<number> {
  const startedAt = performance.now()
  let left = jobs
  const addOn = async () => {
    while ((left -= 1) >= 0) await contestant.add(`identity:${randomUUID()}`)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, addOn))
  return performance.now() - startedAt
}

async function handleAll(contestant: Contestant, jobs: number, concurrency: number): Promise<number> {
  const startedAt = performance.now()
  let left = jobs
  let done = () => {}
  const all = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${left} of ${jobs} jobs were not handled in time`)), LIMIT_MS)
    done = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  const worker = await contestant.work(() => {
    if ((left -= 1) === 0) done()
  }, concurrency)
  await all
  const ms = performance.now() - startedAt
  await worker.stop()
  return ms
}
