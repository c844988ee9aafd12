import { watchAcks, type Acks } from './checks/acks'
import { checkEverything } from './checks/check-everything'
import { checkAccepted } from './checks/check-accepted'
import { checkMended, isMended } from './checks/check-documents'
import { checkFlaw } from './checks/check-flaw'
import type { SentRequest } from './checks/ledger'
import { watchAttempts } from './checks/watch-attempts'
import { watchBurials } from './checks/watch-burials'
import { drawHistory, FAULTS_LAST_MS } from './history/draw'
import type { WorldEvent } from './history/event'
import { chanceOf, createRandom } from '../../test-support/random'
import { simplifyPlan } from './shrink/simplify-plan'
import { fakeGlobals, realNow } from './scheduler/fake-globals'
import { applyEvent } from './world/apply-event'
import { createWorlds, type BuiltWorlds, type WorldOptions } from './world/create-world'
import { lagOf } from './world/lag-of'
import { endShadow, mendFlaw } from './world/mend-flaw'
import { giveAccountParty } from './world/siagh-screen'
import { START } from './world/start'
import { drawPlan, neighbourOf, type Plan } from './world/plan'
import { readFailures, readHeld, readPending } from './world/read-store'
import { startMachine } from './world/start-machine'
import { deliverWebhooks } from './world/webhooks'
import type { World } from './world/world'

/** What came of a seed. */
export interface Verdict {
  readonly seed: number
  /** Nothing: the promises were kept. */
  readonly violations: readonly string[]
  /** The same for the same seed and history. */
  readonly hash: string
  readonly steps: number
  readonly tookMs: number
  readonly trace: readonly string[]
}

/** The history of a seed, before anything is left out of it. */
export function historyOf(plan: Plan): readonly WorldEvent[] {
  const own = drawHistory(plan.seed, START, plan.machines)
  const neighbour = neighbourOf(plan)
  if (!neighbour) return own
  const others = drawHistory(neighbour.seed, START, neighbour.machines)
  const marked = others.map((event): WorldEvent => ({ ...event, company: 'second' }))
  return [...own, ...marked].sort((one, other) => one.at - other.at)
}

/**
 * Runs a seed's world through a history, its own unless another is given, and checks the promises. `usual`: these parts
 * of its world are as usual.
 */
export async function runSeed(
  seed: number,
  options: WorldOptions & { readonly history?: readonly WorldEvent[]; readonly usual?: readonly string[] } = {},
): Promise<Verdict> {
  const began = realNow()
  const drawn = drawPlan(seed)
  const { history = historyOf(drawn), usual = [] } = options
  const plan = simplifyPlan(drawn, usual)
  const built = await createWorlds(plan, options)
  const [world] = built.worlds
  const restore = fakeGlobals(world.timeline, createRandom(seed))
  try {
    await play(built, history)
  } finally {
    restore()
    await built.dispose()
  }
  return {
    seed,
    violations: [...new Set(built.worlds.flatMap(violationsOf))],
    ...built.summary(),
    tookMs: realNow() - began,
  }
}

function violationsOf({ ledger, plan }: World): string[] {
  return ledger.violations.map((violation) =>
    plan.company === 'default' ? violation : `${violation} (company ${plan.company})`,
  )
}

async function play({ worlds }: BuiltWorlds, history: readonly WorldEvent[]): Promise<void> {
  const [{ timeline }] = worlds
  const watched = worlds.map((world) => ({ world, acks: open(world) }))
  for (const event of history) {
    const world = worlds.find(({ plan }) => plan.company === (event.company ?? 'default'))
    if (world) timeline.schedule(null, event.at - START, () => applyEvent(world, event))
  }

  while (timeline.now() < START + FAULTS_LAST_MS && (await timeline.step()));
  for (const { world, acks } of watched) await calmDown(world, acks)
  if (await untilQuiet(worlds, 'after the faults')) {
    for (const { world, acks } of watched) await checkAccepted(world, acks)
  }
  await awaitMending(worlds)
  await awaitLogins(worlds)
  // A list that shows what people did last is read by then.
  if (worlds.some(({ ledger }) => ledger.siagh.losses().length > 0)) await passTime(timeline, 65_000 + listLag(worlds))
  for (const { operator } of worlds) operator.retryFailures(0)
  await passTime(timeline, 2_000)
  if (worlds.some(({ plan }) => endsByRefusal(plan))) {
    await passTime(timeline, 200_000)
    for (const { operator } of worlds) operator.retryFailures(0)
    await passTime(timeline, 2_000)
  }
  // A list shows by then what was saved last.
  await passTime(
    timeline,
    Math.max(...worlds.map(({ plan }) => Math.max(lagOf(plan, 'findLag'), lagOf(plan, 'searchLag')))),
  )
  for (const { plan, operator } of worlds) {
    if (plan.seed % 2 === 0) operator.settleDoubts((id) => chanceOf(`${plan.seed} ${id}`) < 0.7)
    operator.catchUp()
  }
  await passTime(timeline, 5_000)
  if (await untilQuiet(worlds, 'after the catch-up')) {
    for (const world of worlds) await checkEverything(world)
  }
}

/** A session that ends by a refusal is known for ended when it is three minutes old, at the latest. */
function endsByRefusal({ dialect: { siaghSessionEnd, crmSessionEnd } }: Plan): boolean {
  return siaghSessionEnd === 403 || siaghSessionEnd === 'refusal' || crmSessionEnd === 403
}

/** Watches over a world and starts its processes. */
function open(world: World): Acks {
  const { ledger, timeline, plan } = world
  const acks = watchAcks(ledger)
  watchBurials(ledger, plan, timeline.now)
  watchAttempts(ledger, timeline.now)
  deliverWebhooks(world, acks)
  world.operator.watchHeld()
  for (let slot = 0; slot < plan.machines; slot += 1) startMachine(world, slot)
  if (plan.shadowMs > 0) timeline.schedule(null, plan.shadowMs, () => void timeline.hold(endShadow(world)))
  return acks
}

async function calmDown(world: World, acks: Acks): Promise<void> {
  if (world.plan.flaw) world.ledger.violations.push(...(await checkFlaw(world, acks)))
  world.calmDown()
  mendFlaw(world)
  for (let slot = 0; slot < world.plan.machines; slot += 1) {
    const machine = world.slots.get(slot)?.machine
    if (machine?.suspended) world.timeline.resume(machine)
    if (!machine) startMachine(world, slot)
  }
}

async function passTime(timeline: World['timeline'], ms: number): Promise<void> {
  const end = timeline.now() + ms
  // Time passes though nobody waits for anything, as where nobody sweeps.
  timeline.schedule(null, ms, () => {})
  while (timeline.now() < end && (await timeline.step()));
}

const LONGEST_MS = 5 * 3_600_000

/** Lets time pass until nothing is pending and nobody is at work. `false`: that did not come. */
async function untilQuiet(worlds: BuiltWorlds['worlds'], when: string): Promise<boolean> {
  const [{ timeline }] = worlds
  const end = timeline.now() + LONGEST_MS
  while (timeline.now() < end) {
    await passTime(timeline, 5_000)
    let areQuiet = true
    for (const world of worlds) areQuiet &&= await isQuiet(world)
    if (areQuiet) return true
  }
  for (const world of worlds) {
    if (await isQuiet(world)) continue
    const left = `${await readPending(world)} changes and ${await readHeld(world)} held ones`
    world.ledger.violations.push(`pending: ${left} are still not handled five hours ${when}`)
  }
  return false
}

async function isQuiet(world: World): Promise<boolean> {
  const waiting = (await readPending(world)) + (await readHeld(world))
  return waiting === 0 && world.chores === 0 && world.ledger.holds.open().length === 0
}

// The failures are looked at every five minutes by a sweep, and a list that counts may be a minute old.
const MENDING_MS = 500_000

const listLag = (worlds: BuiltWorlds['worlds']) => Math.max(...worlds.map(({ plan }) => lagOf(plan, 'contactListLag')))

/** What has no reason any more is handled by itself: meanwhile somebody makes most customers account parties. */
async function awaitMending(worlds: BuiltWorlds['worlds']): Promise<void> {
  for (const world of worlds) {
    for (const id of world.ledger.crm.identities().keys()) {
      if (chanceOf(`${world.plan.seed} party ${id}`) < 0.7) giveAccountParty(world, id)
    }
  }
  if (!(await readAllFailures(worlds)).some(isMended)) return
  const mendingMs = MENDING_MS + listLag(worlds)
  await passTime(worlds[0].timeline, mendingMs)
  await untilQuiet(worlds, 'after the mending')
  for (const world of worlds) world.ledger.violations.push(...checkMended(world, await readFailures(world), mendingMs))
}

/** Refused logins are not repeated for up to half an hour; after the few that faults have made for some minutes. */
async function awaitLogins(worlds: BuiltWorlds['worlds']): Promise<void> {
  const [{ timeline }] = worlds
  const failures = await readAllFailures(worlds)
  const isRefused = ({ record, sentAt }: SentRequest) =>
    record?.operation === 'login' && record.status !== 200 && timeline.now() - sentAt < 300_000
  if (failures.some(({ error }) => error?.kind === 'unauthorized')) await passTime(timeline, 1_860_000)
  else if (worlds.some(({ ledger }) => ledger.requests.some(isRefused))) await passTime(timeline, 300_000)
}

async function readAllFailures(worlds: BuiltWorlds['worlds']) {
  return (await Promise.all(worlds.map(readFailures))).flat()
}
