import { withSchema, type SchemaPlace } from '../backends/with-schema'
import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Measure, Scenario } from '../measure'
import { alternate, median, shares } from '../rounds'
import type { ServersCommands } from '../servers/servers-process'
import { withTemporaryFolder } from '../temporary-folder'
import type { Age, HistoryCommands } from './history-process'

const NOTES = 3_000
const JOBS = 150
const WARM_UP = 300
// Above the codes of the history: a list that ends below a code that is known was cut, and is not believed.
const LAST_CODE = 20_000_000

type Ages = Readonly<Record<Age, SchemaPlace | { readonly folder: string }>>

/** What the same work costs in a store with a long history, of what it costs in one with next to none. */
export const measureHistory: Scenario = async ({ rounds, tell }) => {
  const onDisk = await withTemporaryFolder((folder) =>
    compareAges('SQLite', { young: { folder }, old: { folder } }, rounds, tell),
  )
  const onServer = await withSchema((young) =>
    withSchema((old) => compareAges('PostgreSQL', { young, old }, rounds, tell)),
  )
  return [...onDisk, ...onServer]
}

function compareAges(
  name: string,
  { young, old }: Ages,
  rounds: number,
  tell: (text: string) => void,
): Promise<readonly Measure[]> {
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const product = startChild<HistoryCommands>(new URL('./history-process.ts', import.meta.url))
  return withChildren([servers, product], async () => {
    const identities = WARM_UP + 2 * rounds * JOBS
    const { siagh, crm, ids } = await servers.ask('open', {
      contacts: 0,
      identities,
      lastCode: LAST_CODE,
      latencyMs: 0,
    })
    tell(`${name}: filling a young and an old store`)
    await product.ask('open', 'young', young, siagh, crm)
    await product.ask('open', 'old', old, siagh, crm)
    tell(`${name}: ${rounds} rounds of questions, jobs and notes, young and old in turn; then a purge`)
    return [
      ...(await measureQuestions(name, product, rounds)),
      await measureJobs(name, product, rounds, ids),
      await measureNotes(name, product, rounds),
      await measurePurge(name, product),
    ]
  })
}

async function measureQuestions(
  name: string,
  product: Child<HistoryCommands>,
  rounds: number,
): Promise<readonly Measure[]> {
  const answers = new Map<string, Record<Age, number[]>>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [question, { young, old }] of Object.entries(await product.ask('answers'))) {
      const before = answers.get(question) ?? { young: [], old: [] }
      answers.set(question, { young: [...before.young, young], old: [...before.old, old] })
    }
  }
  return [...answers].map(([question, times]) => ratioOf(`${name}, ${question}`, times, 1))
}

async function measureJobs(
  name: string,
  product: Child<HistoryCommands>,
  rounds: number,
  ids: readonly string[],
): Promise<Measure> {
  let taken = 0
  const some = (amount: number) => ids.slice(taken, (taken += amount))
  for (const age of ['young', 'old'] as const) await product.ask('jobs', age, some(WARM_UP / 2))
  const times = await alternate(rounds, {
    young: () => product.ask('jobs', 'young', some(JOBS)),
    old: () => product.ask('jobs', 'old', some(JOBS)),
  })
  return ratioOf(`${name}, handling a job`, times, JOBS)
}

async function measureNotes(name: string, product: Child<HistoryCommands>, rounds: number): Promise<Measure> {
  for (const age of ['young', 'old'] as const) await product.ask('notes', age, NOTES)
  const times = await alternate(rounds, {
    young: () => product.ask('notes', 'young', NOTES),
    old: () => product.ask('notes', 'old', NOTES),
  })
  return ratioOf(`${name}, noting a change`, times, NOTES)
}

async function measurePurge(name: string, product: Child<HistoryCommands>): Promise<Measure> {
  const { quiet, purging, purged } = await product.ask('notesDuringPurge')
  const ms = (figure: number) => figure.toFixed(2)
  return {
    what: `history in ${name}, ms for 99 of 100 notes during a purge`,
    value: purging.p99,
    detail: `p50 ${ms(purging.p50)}; without a purge p50 ${ms(quiet.p50)}, p99 ${ms(quiet.p99)}; ${purged.rows} rows in ${(purged.ms / 1_000).toFixed(1)} s`,
  }
}

function ratioOf(what: string, { young, old }: Readonly<Record<Age, readonly number[]>>, amount: number): Measure {
  const ratios = shares(old, young)
  const us = (figures: readonly number[]) => ((median(figures) * 1_000) / amount).toFixed(0)
  return {
    what: `history in ${what}: old store of young`,
    value: median(ratios),
    goal: { atMost: 1.2 },
    detail: `${us(old)} of ${us(young)} µs`,
    rounds: ratios,
  }
}
