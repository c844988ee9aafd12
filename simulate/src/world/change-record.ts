import type { WorldEvent } from '../history/event'
import { documentFields, idOf, identityFields, IDENTITIES, kindOf } from '../history/records'
import type { World } from './world'

/** A user of the CRM creates, edits or deletes a record. */
export function changeRecord(world: World, event: Extract<WorldEvent, { kind: 'create' | 'edit' | 'remove' }>): void {
  switch (event.kind) {
    case 'create':
      createRecord(world, event.record, event.variant)
      break
    case 'edit':
      editRecord(world, event.record, event.variant)
      break
    case 'remove':
      world.sandbox.crm.remove(idOf(event.record))
      break
  }
  world.ledger.crm.look()
}

function createRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  const crmId = idOf(record)
  const identity = () => ({ ...identityFields(record, variant, world.plan.hasClaims), crmId })
  const isThere = world.ledger.crm.identities().has(crmId) || world.ledger.crm.documents().has(crmId)
  if (isThere) return
  switch (kindOf(record)) {
    case 'person':
      crm.createPerson(identity())
      break
    case 'organization':
      crm.createOrganization(identity())
      break
    case 'invoice':
      crm.createInvoice({ ...documentFields(record, variant), crmId })
      break
    case 'quote':
      crm.createQuote({ ...documentFields(record, variant), crmId })
      break
  }
}

function editRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  const { hasClaims } = world.plan
  if (record < IDENTITIES) crm.updateIdentity(idOf(record), identityFields(record, variant, hasClaims))
  else crm.updateDocument(idOf(record), documentFields(record, variant))
}
