import { setTimeout as wait } from 'node:timers/promises'
import { withDatabase } from '../backends/with-database'
import { withPrefix } from '../backends/with-prefix'
import { withSchema } from '../backends/with-schema'
import type { Goal, Measure, Scenario } from '../measure'
import type { ProductPlace } from '../product/start-product'
import { median } from '../rounds'
import { size, withCrew, type Crew } from './crew'
import { busyText, callsText, placeOf, placeText } from './explain'
import { runPass, type WorkersPass } from './run-pass'

// A record that was just settled rests for a second before its next run.
const REST_MS = 1_100

interface Round {
  readonly created: WorkersPass
  readonly updated: WorkersPass
}

/** Three workers on PostgreSQL and BullMQ, of what the servers' latency alone would allow for their concurrency. */
export const measureWorkers: Scenario = async ({ rounds, tell }) => {
  const onRedis = await withSchema((store) =>
    withPrefix((queue) => measureQueue('Redis', { store, queue }, rounds, tell)),
  )
  const onPostgres = await withDatabase((store) => measureQueue('PostgreSQL', { store }, 1, tell))
  return [...measuresOf('Redis', onRedis, { atLeast: 0.9 }), ...measuresOf('PostgreSQL', onPostgres)]
}

function measureQueue(
  name: string,
  place: ProductPlace,
  rounds: number,
  tell: (text: string) => void,
): Promise<readonly Round[]> {
  const identities = size.warmUp + rounds * size.identities
  return withCrew(place, identities, async (crew) => {
    tell(`BullMQ on ${name}: warming up`)
    await runRound(crew, crew.ids.slice(0, size.warmUp))
    const done: Round[] = []
    for (let round = 0; round < rounds; round += 1) {
      const first = size.warmUp + round * size.identities
      done.push(await runRound(crew, crew.ids.slice(first, first + size.identities)))
      const { created, updated } = done[round] ?? {}
      if (created && updated)
        tell(`round ${round + 1} of ${rounds}\n  created: ${toldOf(created)}\n  updated: ${toldOf(updated)}`)
    }
    return done
  })
}

async function runRound(crew: Crew, ids: readonly string[]): Promise<Round> {
  const created = await runPass(crew, ids)
  await crew.servers.ask('change', ids)
  await wait(REST_MS)
  return { created, updated: await runPass(crew, ids) }
}

const toldOf = (pass: WorkersPass) =>
  `${(pass.idealMs / pass.wallMs).toFixed(3)} of the ideal; ${placeText(placeOf(pass))}; ${callsText(pass)}`

function measuresOf(queue: string, rounds: readonly Round[], goal?: Goal): readonly Measure[] {
  return (['created', 'updated'] as const).map((name) => {
    const passes = rounds.map((round) => round[name])
    const ofIdeal = passes.map(({ idealMs, wallMs }) => idealMs / wallMs)
    const value = median(ofIdeal)
    // The details beside the figure are those of the middle pass.
    const typical = [...passes].sort((a, b) => a.idealMs / a.wallMs - b.idealMs / b.wallMs)[passes.length >> 1]
    return {
      what: `three workers, identities ${name}, BullMQ on ${queue}: share of the ideal`,
      value,
      ...(goal && { goal }),
      detail: typical ? `${placeText(placeOf(typical))}; ${busyText(typical.busy)}` : '',
      rounds: ofIdeal,
    }
  })
}
