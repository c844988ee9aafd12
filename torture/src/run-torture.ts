import { rm } from 'node:fs/promises'
import { planLoad } from './load/plan-load'
import { runLoad } from './load/run-load'
import { firstRound, runSchedule, type Done } from './mischief/run-schedule'
import { strikeOnce } from './mischief/strike-once'
import { switchFaultsOff, switchFaultsOn } from './mischief/on-sandbox'
import type { Options } from './options'
import { createPace } from './pace'
import { createRandom } from '../../test-support/random'
import { keepEvidence } from './report/keep-evidence'
import { toTable } from './report/to-table'
import { scaleOf, type Scale } from './scale'
import { openStage, type Stage } from './stage/open-stage'
import type { Evidence } from './verify/finding'
import { readStore } from './verify/read-store'
import { verify } from './verify/verify'
import { waitUntilQuiet } from './verify/wait-until-quiet'

/** One run from start to end. `false`: a promise was broken. */
export async function runTorture(options: Options, tell: (line: string) => void): Promise<boolean> {
  const begun = Date.now()
  const scale = scaleOf(options)
  tell(`seed ${String(options.seed)}, ${String(scale.webhooks)} webhooks, two webs, three workers`)
  const stage = await openStage(scale, options.seed)
  try {
    const evidence = await torture(stage, scale, options.seed, begun, tell)
    const { violations, figures } = verify(evidence, stage.crashes)
    tell(`\n${toTable([...figures, ['duration', `${((Date.now() - begun) / 1_000).toFixed(0)} s`]])}\n`)
    for (const { about, what } of violations.slice(0, 50)) tell(`VIOLATION  ${about} ${what}`)
    const isClean = violations.length === 0
    tell(
      isClean ? 'Nothing was lost, and nothing happened twice.' : `${String(violations.length)} promises were broken.`,
    )
    if (isClean && !options.keepLogs) await rm(stage.folder, { recursive: true })
    else {
      await keepEvidence(stage.folder, evidence, violations)
      tell(`logs and evidence: ${stage.folder}`)
    }
    return isClean
  } finally {
    await stage.close()
  }
}

async function torture(
  stage: Stage,
  scale: Scale,
  seed: number,
  begun: number,
  tell: (line: string) => void,
): Promise<Evidence> {
  const { control, webs, secret, postgres } = stage
  // Each part draws from numbers of its own, so that one that takes longer does not change what another draws.
  const random = (part: number) => createRandom(seed * 16 + part)
  const load = planLoad(scale, seed, random(0))
  const before = (await control.books()).contacts
  await switchFaultsOn(control, 'siagh')
  await switchFaultsOn(control, 'crm')

  const startedAt = Date.now()
  tell(`all is up after ${seconds(startedAt - begun)}`)
  const loaded = new AbortController()
  const pace = createPace(firstRound)
  const target = { urls: webs.map(({ url }) => url), secret }
  const striking = strikeOnce({ stage, scale, random: random(1) }, loaded.signal)
  const [deliveries, schedule] = await Promise.all([
    runLoad(load, { control, target, pace }, random(2)).finally(() => loaded.abort()),
    runSchedule({ stage, scale, random: random(3) }, pace, (done) => tell(line(done)), loaded.signal),
    striking,
  ])
  await switchFaultsOff(control)
  tell(`the load is over after ${seconds(Date.now() - startedAt)}, all faults are off`)
  await waitUntilQuiet(postgres.url, scale.patienceMs)
  tell(`all is quiet after ${seconds(Date.now() - startedAt)}`)
  const store = await readStore(postgres.url)
  const books = await control.books()
  return { records: load.records, deliveries, store, books, before, schedule, startedAt }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

const line = ({ name, from, to, detail }: Done): string =>
  `${seconds(from).padStart(8)} to ${seconds(to).padStart(8)}  ${name}${detail === '' ? '' : `: ${detail}`}`
