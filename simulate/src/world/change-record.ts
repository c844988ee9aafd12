import type { CrmIdentity } from '@siagh-sync/sandbox'
import type { WorldEvent } from '../history/event'
import { documentFields, idOf, identityFields, IDENTITIES, kindOf } from '../history/records'
import type { World } from './world'

type ChangeKind = 'create' | 'edit' | 'remove' | 'change-type'

/** A user of the CRM creates, edits or deletes a record, or makes an organization of a person. */
export function changeRecord(world: World, event: Extract<WorldEvent, { kind: ChangeKind }>): void {
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
    case 'change-type':
      changeType(world, idOf(event.record))
      break
  }
  world.ledger.crm.look()
}

function createRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  const { hasClaims, documentDiscount } = world.plan
  const crmId = idOf(record)
  const identity = (isPerson: boolean) => ({ ...identityFields(record, variant, { isPerson, hasClaims }), crmId })
  const isThere = world.ledger.crm.identities().has(crmId) || world.ledger.crm.documents().has(crmId)
  if (isThere) return
  switch (kindOf(record)) {
    case 'person':
      crm.createPerson(identity(true))
      break
    case 'organization':
      crm.createOrganization(identity(false))
      break
    case 'invoice':
      crm.createInvoice({ ...documentFields(record, variant, documentDiscount), crmId })
      break
    case 'quote':
      crm.createQuote({ ...documentFields(record, variant, documentDiscount), crmId })
      break
  }
}

function editRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  const { hasClaims, documentDiscount } = world.plan
  const id = idOf(record)
  if (record >= IDENTITIES) {
    crm.updateDocument(id, documentFields(record, variant, documentDiscount))
    return
  }
  const identity = findIdentity(world, id)
  if (identity) crm.updateIdentity(id, identityFields(record, variant, { isPerson: isPerson(identity), hasClaims }))
}

/** In one go, as far as anybody can see: no call finds the identity missing. */
function changeType(world: World, id: string): void {
  const { crm } = world.sandbox
  const identity = findIdentity(world, id)
  if (!identity) return
  const { crmId, nickName, email, website, description, customerNumber, refId, phoneContacts, addressContacts } =
    identity
  const fields = { crmId, nickName, email, website, description, customerNumber, refId, phoneContacts, addressContacts }
  crm.remove(id)
  if (isPerson(identity)) crm.createOrganization(fields)
  else crm.createPerson(fields)
}

const isPerson = (identity: CrmIdentity) => 'firstName' in identity

const findIdentity = ({ sandbox }: World, id: string) => sandbox.crm.identities().find(({ crmId }) => crmId === id)
