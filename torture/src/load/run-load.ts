import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../../test-support/random'
import type { Pace } from '../pace'
import type { Control } from '../stage/control'
import { deliver, type Deliveries, type Target } from './deliver'
import { limit } from './limit'
import type { Action, Load } from './plan-load'
import type { LoadRecord } from './record'

const AT_A_TIME = 48
// One webhook in five is held back for up to this long, so that later ones overtake it.
const LONGEST_HOLD_MS = 2_000

/** What a load is carried out on. */
interface Surroundings {
  readonly control: Control
  readonly target: Target
  readonly pace: Pace
}

/** Carries out the load at its pace. Resolves when every webhook has been acknowledged or given up. */
export async function runLoad(
  load: Load,
  { control, target, pace }: Surroundings,
  random: Random,
): Promise<Deliveries> {
  const deliveries: Deliveries = { due: 0, retried: 0, givenUp: 0, acknowledged: [] }
  const inTurn = limit(AT_A_TIME)
  const start = Date.now()
  const underWay: Promise<unknown>[] = []

  for (const [index, action] of load.actions.entries()) {
    await pace.reach(index / load.actions.length)
    const wait = start + action.at - Date.now()
    if (wait > 0) await sleep(wait)
    const holds = Array.from({ length: action.webhooks }, () =>
      random.chance(0.2) ? random.int(1, LONGEST_HOLD_MS) : 0,
    )
    const tell = async (hold: number, index: number) => {
      if (hold > 0) await sleep(hold)
      await inTurn(() => deliver(action.record, eventOf(action, index), target, deliveries, random))
    }
    const { record } = action
    const before = [record.underWay, record.customer?.underWay ?? Promise.resolve()]
    record.underWay = Promise.all(before).then(() => carryOut(action, control))
    const told = record.underWay.then(() => Promise.all(holds.map(tell)))
    told.catch(() => undefined) // heard of at the end
    underWay.push(told)
  }
  await Promise.all(underWay)
  return deliveries
}

async function carryOut({ record, fields, ...action }: Action, control: Control): Promise<void> {
  switch (action.do) {
    case 'create': {
      const customer = record.customer && { identityId: record.customer.id }
      record.id = await control.create(kindOf(record), { ...fields, ...customer })
      break
    }
    case 'edit':
      await control.change(record.id, fields)
      break
    case 'remove':
      await control.remove(record.id)
      record.isDeleted = true
      break
  }
  record.version += 1
}

function kindOf({ kind, isOrganization }: LoadRecord) {
  if (kind !== 'identity') return kind
  return isOrganization ? 'organization' : 'person'
}

/** Every creation sends two webhooks, as the CRM does: an insert and an update. */
function eventOf(action: Action, index: number) {
  if (action.do === 'remove') return 'Delete'
  return action.do === 'create' && index === 0 ? 'Insert' : 'Update'
}
