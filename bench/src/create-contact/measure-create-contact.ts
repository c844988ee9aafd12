import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Measure, Scenario } from '../measure'
import { alternate, median, shares } from '../rounds'
import type { CallerCommands, CallerKind } from './caller-process'
import type { SiaghCommands } from './siagh-process'

const ROUND_MS = 1_500
const WARM_UP_MS = 1_500

/** Calls of `createContact` per second, of what a plain `fetch` of the same bytes reaches. */
export const measureCreateContact: Scenario = ({ rounds, tell }) => {
  const siagh = startChild<SiaghCommands>(new URL('./siagh-process.ts', import.meta.url))
  const caller = startChild<CallerCommands>(new URL('./caller-process.ts', import.meta.url))
  return withChildren([siagh, caller], async () => {
    await caller.ask('prepare', await siagh.ask('listen'))
    const measures: Measure[] = []
    for (const concurrency of [1, 16]) {
      tell(`${rounds} rounds of ${ROUND_MS / 1_000} s with ${concurrency} at a time: fetch, createContact`)
      measures.push(await measureAt(concurrency, caller, rounds))
    }
    return measures
  })
}

async function measureAt(concurrency: number, caller: Child<CallerCommands>, rounds: number): Promise<Measure> {
  const callFor = (kind: CallerKind, ms: number) => caller.ask('perSecond', kind, concurrency, ms)
  await callFor('fetch', WARM_UP_MS)
  await callFor('client', WARM_UP_MS)
  const { plain, client } = await alternate(rounds, {
    plain: () => callFor('fetch', ROUND_MS),
    client: () => callFor('client', ROUND_MS),
  })
  const ofPlain = shares(client, plain)
  const perSecond = (figures: readonly number[]) => Math.round(median(figures)).toLocaleString('en')
  return {
    what: `createContact, ${concurrency === 1 ? 'one after another' : `${concurrency} at a time`}`,
    value: median(ofPlain),
    goal: { atLeast: 0.6 },
    detail: `${perSecond(client)} of ${perSecond(plain)} calls/s of a plain fetch`,
    rounds: ofPlain,
  }
}
