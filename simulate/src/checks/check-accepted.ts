import { lagOf } from '../world/lag-of'
import { readFailures } from '../world/read-store'
import type { World } from '../world/world'
import type { Acks } from './acks'
import { checkGone, checkNewestState, checkOneContact } from './check-contacts'
import { checkAllPosted, checkOnePreInvoice } from './check-documents'
import type { SentRequest } from './ledger'
import { isRefusedReading } from './watch-burials'

/** What was accepted has been handled, without anybody's help. */
export async function checkAccepted(world: World, acks: Acks): Promise<void> {
  const failures = await readFailures(world)
  const isDue = (id: string) => isAcceptedAsIs(world, acks, id)
  // Nobody looks again whether the contact of a deleted identity is in Siagh's list by now.
  const wasListed = (id: string) => {
    const readAt = changedAtOf(world, id) - world.plan.listMaxAgeMs - lagOf(world.plan, 'contactListLag')
    return !world.ledger.siagh.losses().some((loss) => loss.id === id) && !world.ledger.siagh.wasCutAfter(readAt)
  }
  world.ledger.violations.push(
    ...checkOneContact(world),
    ...checkNewestState(world, failures, isDue),
    ...checkGone(world, failures, (id) => isDue(id) && wasListed(id)),
    ...checkOnePreInvoice(world),
    ...checkAllPosted(world, failures, isDue),
  )
}

/** Whether the newest state of a record was accepted, and could be read since. */
export function isAcceptedAsIs(world: World, acks: Acks, id: string): boolean {
  const changedAt = changedAtOf(world, id)
  // If the CRM says that an existing record is missing, the worker believes it until the next change or catch-up.
  const isHidden = world.ledger.requests.some(
    (request) => request.sentAt >= changedAt && (isRefusedReading(request) || isTakenForGone(world, id, request)),
  )
  return !isHidden && (acks.latest(id) ?? 0) >= changedAt
}

function changedAtOf({ ledger }: World, id: string): number {
  const states = ledger.crm.identities().get(id) ?? ledger.crm.documents().get(id)
  return states?.at(-1)?.at ?? Infinity
}

/** A webhook of a changed type can mean a deletion too. Then an error of the CRM may be its answer for a missing id. */
function isTakenForGone({ ledger }: World, id: string, { side, record }: SentRequest): boolean {
  const states = ledger.crm.identities().get(id) ?? []
  const types = new Set(states.flatMap(({ object }) => object?.identityTypeName ?? []))
  return types.size > 1 && side === 'crm' && record?.fault === 'error500'
}
