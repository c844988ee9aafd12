import { setTimeout as wait } from 'node:timers/promises'
import { withPrefix } from '../backends/with-prefix'
import { withSchema } from '../backends/with-schema'
import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Measure, Scenario } from '../measure'
import type { ProductPlace } from '../product/start-product'
import type { ServersCommands } from '../servers/servers-process'
import { withTemporaryFolder } from '../temporary-folder'
import type { EditsCommands } from './edits-process'

const EDITS = 1_000
const LATENCY_MS = 20
const LOOK_EVERY_MS = 100
const LIMIT_MS = 30_000
// A record that was just settled rests for a second: the burst has to meet one that may be handled at once.
const REST_MS = 1_100

/** How often a record is handled that is edited a thousand times within a second, each edit with a webhook of its own. */
export const measureEdits: Scenario = async ({ rounds, tell }) => {
  tell(`${rounds} rounds of ${EDITS} edits each`)
  const onOneMachine = await withTemporaryFolder((folder) => editsOn('SQLite store, memory queue', { folder }, rounds))
  const onSeveral = await withSchema((store) =>
    withPrefix((queue) => editsOn('PostgreSQL store, BullMQ on Redis', { store, queue }, rounds)),
  )
  return [onOneMachine, onSeveral]
}

async function editsOn(what: string, place: ProductPlace, rounds: number): Promise<Measure> {
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const product = startChild<EditsCommands>(new URL('./edits-process.ts', import.meta.url))
  return withChildren([servers, product], async () => {
    const { siagh, crm, ids } = await servers.ask('open', { contacts: 0, identities: rounds, latencyMs: LATENCY_MS })
    const target = await product.ask('open', siagh, crm, place)
    const figures: Edits[] = []
    for (const id of ids) figures.push(await editOften(servers, product, id, target))
    await product.ask('stop')
    const runs = figures.map((figure) => figure.runs)
    const slowest = Math.max(...figures.map(({ wallMs }) => wallMs))
    return {
      what: `runs for ${EDITS} edits in a second, ${what}`,
      value: Math.max(...runs),
      goal: { atMost: 3 },
      detail: `the most of ${rounds} rounds; all webhooks answered within ${(slowest / 1_000).toFixed(2)} s`,
      rounds: runs,
    }
  })
}

interface Edits {
  readonly runs: number
  readonly wallMs: number
}

/** Counts the runs from the first edit until all is handled, and sees that Siagh has the last one. */
async function editOften(
  servers: Child<ServersCommands>,
  product: Child<EditsCommands>,
  id: string,
  target: string,
): Promise<Edits> {
  await servers.ask('edit', id, 1, target)
  await untilHandled(product)
  await wait(REST_MS)
  const before = await product.ask('runs', id)
  const { accepted, wallMs } = await servers.ask('edit', id, EDITS, target)
  if (accepted !== EDITS) throw new Error(`${accepted} of ${EDITS} webhooks were accepted`)
  await untilHandled(product)
  if (!(await servers.ask('hasEdit', id, EDITS))) throw new Error('the last edit is not in Siagh')
  return { runs: (await product.ask('runs', id)) - before, wallMs }
}

async function untilHandled(product: Child<EditsCommands>): Promise<void> {
  const end = performance.now() + LIMIT_MS
  while ((await product.ask('pending')) > 0) {
    if (performance.now() > end) throw new Error('the edits were not handled in time')
    await wait(LOOK_EVERY_MS)
  }
}
