import type { EntityKind } from '@siagh-sync/sync-core'
import { belongsInBooks } from '../history/records'
import { isWaiting, readFailures } from '../world/read-store'
import type { World } from '../world/world'
import type { Acks } from './acks'
import { isAcceptedAsIs } from './check-accepted'
import { documentOf, markOf } from './mark-of'

/** While the product cannot work: nothing that it cannot write was written, and it says of every change that it is not in Siagh. */
export async function checkFlaw(world: World, acks: Acks): Promise<string[]> {
  const failed = new Set((await readFailures(world)).map(({ key }) => key.id))
  const untold: string[] = []
  for (const record of notInSiagh(world)) {
    const { id } = record
    if (failed.has(id) || !isAcceptedAsIs(world, acks, id) || (await isWaiting(world, record))) continue
    untold.push(`flaw: ${record.kind} ${id} is not in Siagh, and neither waits nor stands among the failures`)
  }
  return [...checkBlocked(world), ...untold]
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

function notInSiagh({ sandbox, plan, ledger }: World): { readonly kind: EntityKind; readonly id: string }[] {
  const contacts = new Set(sandbox.siagh.contacts().map(markOf))
  const posted = new Set(sandbox.siagh.preInvoices().map(documentOf))
  const identities = sandbox.crm
    .identities()
    .filter(({ crmId }) => !contacts.has(crmId) && !ledger.siagh.missing(crmId))
    .filter((identity) => !plan.acceptsSome || belongsInBooks(identity))
  const documents = sandbox.crm.documents().filter(({ crmId }) => !posted.has(crmId))
  return [
    ...identities.map(({ crmId }) => ({ kind: 'identity' as const, id: crmId })),
    ...documents.map((document) => ({
      kind: 'quoteDate' in document ? ('quote' as const) : ('invoice' as const),
      id: document.crmId,
    })),
  ]
}
