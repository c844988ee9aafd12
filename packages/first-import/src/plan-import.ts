import { createSameRecordIds, refuseToMake } from './same-record-ids'
import { nameSurely } from './name-surely'
import { planAlike } from './plan-alike'
import type { Plan } from './plan'
import { planSurely } from './plan-surely'
import { planUnreadable } from './plan-unreadable'
import type { Sides } from './sides'

/** How many contacts are looked at between two breaths. */
const BATCH = 500

/**
 * Finds out what is to be done about every contact before anything is done about one, since a contact may want an identity that a
 * surer way gives to another. Yields the number of contacts behind it now and then; returns the plans, in the contacts' order.
 */
export function* planImport(sides: Sides): Generator<number, readonly Plan[]> {
  const { contacts, identities } = sides
  const named = yield* nameSurely(sides, BATCH)
  const plans: Plan[] = []
  const wanted = new Uint32Array(identities.length())
  const take = (number: number, plan: Plan) => {
    plans[number] = plan
    if (plan.do === 'link') wanted[plan.identity] = (wanted[plan.identity] ?? 0) + 1
  }

  const sameRecordIds = createSameRecordIds()
  const open: number[] = []
  for (let number = 0; number < contacts.length(); number += 1) {
    const row = contacts.at(number)
    sameRecordIds.add(row, number)
    const plan = planSurely(sides, named, row, number)
    if (plan) take(number, plan)
    else open.push(number)
    if (number % BATCH === 0) yield number
  }
  // Whoever is named surely is nobody else's, however alike: counted before any of these is looked at.
  const isFree = wanted.map((count, identity) => (count === 0 && named[identity] === 0 ? 1 : 0))
  for (const [at, number] of open.entries()) {
    take(
      number,
      planAlike(sides, contacts.at(number), (identity) => isFree[identity] === 1),
    )
    if (at % BATCH === 0) yield contacts.length() - open.length + at
  }
  return plans.map((plan, number) => {
    if (plan.do === 'create' && sameRecordIds.has(number)) return refuseToMake()
    return isContested(plan, wanted) ? askAbout(plan) : planUnreadable(sides, contacts.at(number), plan)
  })
}

type Link = Extract<Plan, { do: 'link' }>

function isContested(plan: Plan, wanted: Uint32Array): plan is Link {
  return plan.do === 'link' && (wanted[plan.identity] ?? 0) > 1
}

function askAbout({ identity, by }: Link): Plan {
  return { do: 'ask', candidates: [{ identity, by }] }
}
