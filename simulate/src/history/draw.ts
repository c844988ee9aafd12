import { allFaults, crmOperations, siaghOperations, type Fault } from '@siagh-sync/sandbox'
import { createRandom, type Random } from '../../../test-support/random'
import type { Side, WorldEvent } from './event'
import { IDENTITIES, RECORDS, RIVALS } from './records'

const secondMs = 1_000
const minuteMs = 60_000
const dayMs = 86_400_000

/** When the faults end, counted from the start. */
export const FAULTS_LAST_MS = 6 * minuteMs

type Sketch = WorldEvent extends infer E ? (E extends WorldEvent ? Omit<E, 'at'> : never) : never

/** Draws what happens in a seed's world, in the order of time. */
export function drawHistory(seed: number, start: number, machines: number): readonly WorldEvent[] {
  const random = createRandom(seed ^ 0x2545f491)
  const at = () => start + random.int(0, FAULTS_LAST_MS - 20_000)
  const draw: Draw = (count, sketch) => Array.from({ length: count }, (): WorldEvent => ({ at: at(), ...sketch() }))
  const events = [
    ...drawChanges(random, start, draw),
    ...drawTroubles(random, machines, draw),
    ...drawContacts(random, draw),
  ]
  return events.sort((one, other) => one.at - other.at)
}

type Draw = (count: number, sketch: () => Sketch) => WorldEvent[]

/** What the users of the CRM do. */
function drawChanges(random: Random, start: number, draw: Draw): WorldEvent[] {
  const records = random.int(3, RECORDS)
  const creations = slots(random, records).map((record): WorldEvent => ({
    at: start + random.int(0, 3 * minuteMs),
    kind: 'create',
    record,
    variant: random.int(0, 99),
  }))
  const edits = draw(random.int(2, 14), () => ({
    kind: 'edit',
    record: random.int(0, records),
    variant: random.int(0, 99),
  }))
  const removals = draw(random.int(0, 2), () => ({ kind: 'remove', record: random.int(0, RECORDS - 1) }))
  const created = chaseRival(random, creations)
  const busy = [...burst(random, edits), ...busyRecord(random, start), ...hastyRemoval(random, start, creations)]
  return [...created, ...edits, ...busy, ...removals, ...changesOfType(random, draw)]
}

/** A user who saves an identity and then thinks better of it. */
function hastyRemoval(random: Random, start: number, creations: readonly WorldEvent[]): WorldEvent[] {
  const created = creations.filter((event) => event.kind === 'create' && event.record < IDENTITIES)
  const creation = created[random.int(0, created.length)]
  if (creation?.kind !== 'create' || !random.chance(0.6)) return []
  const { record } = creation
  const at = Math.max(creation.at, start + random.int(0, FAULTS_LAST_MS - 20_000))
  return [
    { at, kind: 'edit', record, variant: random.int(0, 99) },
    { at: at + random.int(20, 600), kind: 'remove', record },
  ]
}

function changesOfType(random: Random, draw: Draw): WorldEvent[] {
  const count = random.chance(0.4) ? random.int(1, 3) : 0
  return draw(count, () => ({ kind: 'change-type', record: random.int(0, IDENTITIES - 1) }))
}

/** What becomes of Siagh's contacts. */
function drawContacts(random: Random, draw: Draw): WorldEvent[] {
  const losses = random.chance(0.35) ? random.int(1, 2) : 0
  const cuts = random.chance(0.3) ? random.int(1, 2) : 0
  return [
    ...draw(random.int(0, 5), () => ({ kind: 'give-account-party', record: random.int(0, IDENTITIES - 1) })),
    ...draw(cuts, () => ({
      kind: 'cut-list',
      rows: random.pick([0, random.int(1, 10), 99]),
      share: random.pick([1, 0.5, 0.75]),
      forMs: random.int(10, 150) * secondMs,
    })),
    ...draw(losses, () => ({
      kind: 'lose-contact',
      record: random.int(0, IDENTITIES - 1),
      then: random.pick(['nothing', 'code-given-again', 'code-given-again', 'brought-back', 'brought-back-elsewhere']),
      laterMs: random.int(100, 240) * secondMs,
    })),
  ]
}

/** What goes wrong, and what people do about it. */
function drawTroubles(random: Random, machines: number, draw: Draw): WorldEvent[] {
  const trouble = random.int(0, 3)
  const slot = () => random.int(0, machines - 1)
  const some = (probability: number, most: number) => (random.chance(probability) ? random.int(1, most) : 0)
  return [
    ...draw(random.int(0, 3 * trouble), () => faultOf(random)),
    ...draw(random.int(0, trouble), () => spellOf(random)),
    ...draw(random.int(0, 2), () => ({ kind: 'expire-sessions', side: sideOf(random) })),
    ...draw(random.int(0, 1 + trouble), () => stopOf(random, slot())),
    ...draw(some(0.3, 2), () => ({
      kind: 'strike-write',
      slot: slot(),
      moment: 'intent',
      blow: 'suspend',
      forMs: random.int(60, 240) * secondMs,
    })),
    ...draw(some(0.5, 3), () => ({ kind: 'strike-write', slot: slot(), moment: 'sent', blow: 'cut', forMs: 0 })),
    ...draw(some(0.5, 3), () => ({ kind: 'freeze', slot: slot(), forMs: random.int(40, 150) * secondMs })),
    ...draw(some(0.4, 2), () => ({ kind: 'suspend', slot: slot(), forMs: random.int(5, 150) * secondMs })),
    ...draw(some(0.5, 3), () => ({ kind: 'clock-jump', slot: slot(), byMs: random.int(-10, 10) * minuteMs })),
    ...drawWrongClocks(random, machines, draw),
    ...draw(some(0.5, 3), () => storeFailureOf(random, slot())),
    ...draw(random.int(0, 2), () => ({ kind: 'retry-failures', slot: slot() })),
    ...draw(random.int(0, 2), () => ({ kind: 'settle-doubts', slot: slot() })),
    ...draw(random.int(0, 3), () => ({ kind: 'sync-now', slot: slot(), record: random.int(0, RECORDS - 1) })),
  ]
}

/** By days, never by hours: a change that the clock has planned waits for up to a day. Often a server is away meanwhile. */
function drawWrongClocks(random: Random, machines: number, draw: Draw): WorldEvent[] {
  const count = random.chance(0.3) ? random.int(1, 2) : 0
  const wrong = draw(count, () => {
    const byMs = random.pick([-1, 1, 1]) * random.int(2, 20) * dayMs
    return { kind: 'wrong-clock', slot: random.int(0, machines - 1), byMs, forMs: random.int(2, 90) * secondMs }
  })
  return wrong.flatMap((event): WorldEvent[] => {
    if (event.kind !== 'wrong-clock' || !random.chance(0.5)) return [event]
    const { at, forMs } = event
    return [event, { at, kind: 'fault-spell', side: sideOf(random), fault: 'away', share: 1, forMs }]
  })
}

function storeFailureOf(random: Random, slot: number): Sketch {
  const share = random.pick([0.1, 0.4, 1])
  return {
    kind: 'store-fails',
    slot,
    part: random.pick(['all', 'all', 'marks']),
    share,
    forMs: random.int(1, 60) * secondMs,
  }
}

/** Identities mostly, so that documents find their customers, and some documents. */
function slots(random: Random, count: number): number[] {
  const all = Array.from({ length: RECORDS }, (_, record) => record)
  return all.filter((record) => (record < IDENTITIES ? record < count : random.next() * RECORDS < count))
}

/** Edits that follow others at once: a user who saves twice. */
function burst(random: Random, edits: readonly WorldEvent[]): WorldEvent[] {
  return edits.flatMap((edit) =>
    edit.kind === 'edit' && random.chance(0.4)
      ? [{ ...edit, at: edit.at + random.int(1, 1_500), variant: random.int(0, 99) }]
      : [],
  )
}

/** Whom two users enter at the same time, each not knowing of the other. */
function chaseRival(random: Random, creations: readonly WorldEvent[]): WorldEvent[] {
  const [one, other] = RIVALS.map((rival) =>
    creations.find((event) => event.kind === 'create' && event.record === rival),
  )
  if (!one || !other || !random.chance(0.7)) return [...creations]
  return creations.map((event) => (event === other ? { ...event, at: one.at + random.int(0, 300) } : event))
}

/** A user who fills in a form and saves again and again. */
function busyRecord(random: Random, start: number): WorldEvent[] {
  if (!random.chance(0.5)) return []
  const record = random.int(0, 2)
  let at = start + random.int(30, 200) * secondMs
  return Array.from({ length: random.int(3, 7) }, (): WorldEvent => {
    at += random.int(1_500, 12_000)
    return { at, kind: 'edit', record, variant: random.int(0, 99) }
  })
}

const sideOf = (random: Random): Side => random.pick(['siagh', 'crm'])

function faultOf(random: Random): Sketch {
  const side = random.chance(0.65) ? 'siagh' : 'crm'
  const operations: readonly [string, ...string[]] =
    side === 'siagh'
      ? [...siaghOperations, 'saveContact', 'savePreInvoice', 'savePreInvoice', 'any']
      : [...crmOperations, 'personGet', 'organizationGet', 'invoiceGet', 'quoteGet', 'any']
  return {
    kind: 'fault',
    side,
    operation: random.pick(operations),
    fault: random.pick(allFaults),
    times: random.int(1, 3),
  }
}

function spellOf(random: Random): Sketch {
  const fault: Fault = random.pick([...allFaults, 'away', 'away'])
  const share = random.pick([0.1, 0.3, 1])
  return { kind: 'fault-spell', side: sideOf(random), fault, share, forMs: random.int(2, 90) * secondMs }
}

function stopOf(random: Random, slot: number): Sketch {
  const downMs = random.int(0, 60) * secondMs
  const draw = random.next()
  if (draw < 0.35) return { kind: 'kill', slot, downMs }
  if (draw < 0.5) return { kind: 'stop', slot, downMs }
  const moment = draw < 0.7 ? 'intent' : draw < 0.85 ? 'sent' : 'written'
  if (random.chance(0.6)) return { kind: 'strike-write', slot, moment, blow: 'kill', forMs: downMs }
  return { kind: 'strike-write', slot, moment, blow: 'suspend', forMs: random.int(10, 150) * secondMs }
}
