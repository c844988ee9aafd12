import { belongsInBooks } from '../history/records'
import { readFailures, readWaiting } from '../world/read-store'
import type { World } from '../world/world'
import type { Acks } from './acks'
import { isAcceptedAsIs } from './check-accepted'
import { documentOf, markOf } from './mark-of'

/** While the product cannot work: nothing that it cannot write was written, and it says of every change that it is not in Siagh. */
export async function checkFlaw(world: World, acks: Acks): Promise<string[]> {
  const told = new Set([
    ...(await readFailures(world)).map(({ key }) => key.id),
    ...(await readWaiting(world)).map(({ id }) => id),
  ])
  return [...checkBlocked(world), ...checkTold(world, (id) => told.has(id) || !isAcceptedAsIs(world, acks, id))]
}

function checkBlocked({ plan, ledger }: World): string[] {
  const { requests } = ledger
  const senders = new Set(requests.map(({ machine }) => machine.name))
  const doubles = requests.filter(({ madeAnother }) => madeAnother).length
  const isWritten = requests.some(({ wroteContact, wrotePreInvoice }) => wroteContact ?? wrotePreInvoice)
  return [
    ...(plan.flaw?.blocks === 'everything' && isWritten ? ['flaw: something was written though nothing can be'] : []),
    ...(doubles > senders.size ? [`flaw: ${doubles} second contacts were made by ${senders.size} processes`] : []),
  ]
}

function checkTold({ sandbox, plan }: World, isTold: (id: string) => boolean): string[] {
  const contacts = new Set(sandbox.siagh.contacts().map(markOf))
  const posted = new Set(sandbox.siagh.preInvoices().map(documentOf))
  const identities = sandbox.crm
    .identities()
    .filter((identity) => !contacts.has(identity.crmId) && (!plan.acceptsSome || belongsInBooks(identity)))
  const documents = sandbox.crm.documents().filter(({ crmId }) => !posted.has(crmId))
  return [...identities, ...documents]
    .filter(({ crmId }) => !isTold(crmId))
    .map(({ crmId }) => `flaw: ${crmId} is not in Siagh, and neither waits nor stands among the failures`)
}
