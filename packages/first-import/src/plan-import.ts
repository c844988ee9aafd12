import { nameSurely } from './name-surely'
import { invalidData } from '@siagh-sync/sync-core/matching'
import { planAlike } from './plan-alike'
import type { Plan } from './plan'
import { planSurely } from './plan-surely'
import { planUnreadable } from './plan-unreadable'
import type { ImportBasis } from './import-basis'
import { worded } from '@siagh-sync/sync-core/messages'

/** How many contacts are planned before other work gets a turn. */
const BATCH = 500

/**
 * Plans all contacts before anything is done, because a contact may want an identity that a surer way gives to
 * another contact. Yields now and then the number of planned contacts. Returns the plans in the order of the
 * contacts.
 */
export function* planImport(basis: ImportBasis): Generator<number, readonly Plan[]> {
  const { contacts, identities } = basis
  const named = yield* nameSurely(basis, BATCH)
  const plans: Plan[] = []
  const wanted = new Uint32Array(identities.length())
  const take = (number: number, plan: Plan) => {
    plans[number] = plan
    if (plan.do === 'link') wanted[plan.identity] = (wanted[plan.identity] ?? 0) + 1
  }

  const open: number[] = []
  for (let number = 0; number < contacts.length(); number += 1) {
    const row = contacts.at(number)
    const plan = planSurely(basis, named, row, number)
    if (plan) take(number, plan)
    else open.push(number)
    if (number % BATCH === 0) yield number
  }
  // An identity that is named surely belongs to nobody else, however similar. So those are counted first.
  const isFree = wanted.map((count, identity) => (count === 0 && named[identity] === 0 ? 1 : 0))
  for (const [at, number] of open.entries()) {
    take(
      number,
      planAlike(basis, contacts.at(number), (identity) => isFree[identity] === 1),
    )
    if (at % BATCH === 0) yield contacts.length() - open.length + at
  }
  return plans.map((plan, number) => {
    if (isContested(plan, wanted)) return askAbout(plan)
    const row = contacts.at(number)
    return plan.do === 'create' && contacts.isRecordIdShared(row.RecordId)
      ? refuseToMake()
      : planUnreadable(basis, row, plan)
  })
}

type Link = Extract<Plan, { do: 'link' }>

function isContested(plan: Plan, wanted: Uint32Array): plan is Link {
  return plan.do === 'link' && (wanted[plan.identity] ?? 0) > 1
}

function askAbout({ identity, by }: Link): Plan {
  return { do: 'ask', candidates: [{ identity, by }] }
}

/**
 * The `RecordId` is the only sign by which an interrupted create is recognised. If two contacts share it, the
 * identity could be taken for the other contact's.
 */
function refuseToMake(): Plan {
  return {
    do: 'refuse',
    error: invalidData('contact', [{ path: 'RecordId', ...worded('record_id_twice') }]),
  }
}
