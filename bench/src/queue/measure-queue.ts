import { withPrefix, type PrefixPlace } from '../backends/with-prefix'
import { withSchema, type SchemaPlace } from '../backends/with-schema'
import { startChild } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Goal, Measure, Scenario } from '../measure'
import { median, shares } from '../rounds'
import type { JobTimes, QueueCommands } from './queue-process'

const CONCURRENCY = 16
const REDIS_JOBS = 6_000
const POSTGRES_JOBS = 1_500

/** Jobs that do nothing through our adapter, of what goes through BullMQ without it. */
export const measureQueue: Scenario = async ({ rounds, tell }) => {
  tell(`${rounds} rounds of ${REDIS_JOBS} jobs on Redis, plain BullMQ and ours in turn`)
  const onRedis = await withPrefix((plain) =>
    withPrefix((ours) => compareQueues('Redis', { plain, ours }, REDIS_JOBS, rounds, { atLeast: 0.6 })),
  )
  tell(`${rounds} rounds of ${POSTGRES_JOBS} jobs on PostgreSQL`)
  const onPostgres = await withSchema((plain) =>
    withSchema((ours) => compareQueues('PostgreSQL', { plain, ours }, POSTGRES_JOBS, rounds)),
  )
  return [onRedis, onPostgres]
}

type Place = PrefixPlace | SchemaPlace

function compareQueues(
  engine: string,
  places: { readonly plain: Place; readonly ours: Place },
  jobs: number,
  rounds: number,
  goal?: Goal,
): Promise<Measure> {
  const start = () => startChild<QueueCommands>(new URL('./queue-process.ts', import.meta.url))
  const children = { plain: start(), ours: start() }
  return withChildren(Object.values(children), async () => {
    const times: Record<'plain' | 'ours', JobTimes[]> = { plain: [], ours: [] }
    for (const name of ['plain', 'ours'] as const) {
      await children[name].ask('open', name, places[name])
      await children[name].ask('run', jobs >> 1, CONCURRENCY)
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['plain', 'ours'] as const) {
        times[name].push(await children[name].ask('run', jobs, CONCURRENCY))
      }
    }
    return measureOf(engine, times, jobs, goal)
  })
}

function measureOf(
  engine: string,
  { plain, ours }: Readonly<Record<'plain' | 'ours', readonly JobTimes[]>>,
  jobs: number,
  goal?: Goal,
): Measure {
  const perSecond = (times: readonly JobTimes[], ms: (time: JobTimes) => number) =>
    times.map((time) => (jobs * 1_000) / ms(time))
  const text = (ms: (time: JobTimes) => number) =>
    [ours, plain].map((times) => Math.round(median(perSecond(times, ms))).toLocaleString('en')).join(' of ')
  const whole = ({ addMs, handleMs }: JobTimes) => addMs + handleMs
  const ofPlain = shares(perSecond(ours, whole), perSecond(plain, whole))
  return {
    what: `no-op jobs, our adapter of plain BullMQ, on ${engine}`,
    value: median(ofPlain),
    ...(goal && { goal }),
    detail: `${text(whole)} jobs/s: added ${text(({ addMs }) => addMs)}, handled ${text(({ handleMs }) => handleMs)}; ${CONCURRENCY} at a time`,
    rounds: ofPlain,
  }
}
