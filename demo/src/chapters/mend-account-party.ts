import { sampleDocuments, samplePeople } from '@siagh-sync/sandbox'
import { allHandled, failureOf, type Scene } from '../scene'
import { valueOf } from '../value-of'
import type { DocumentRef } from './document-ref'

/** A document whose customer is no account party fails, until the accountant makes the contact one and the operator retries. */
export async function mendAccountParty(scene: Scene): Promise<DocumentRef> {
  const { story, stage, crm } = scene
  const { siagh, ...sandbox } = stage.sandbox
  const { red, green } = story.colors
  story.chapter('8  A contact without an account party')
  sandbox.changeDialect({ accountParty: 'by-hand' })
  const [sample] = samplePeople(1, 8)
  const customer = await crm.createPerson({
    ...sample,
    phoneContacts: [{ phoneType: 'موبایل', phoneNumber: '09020000009' }],
  })
  await allHandled(scene)
  sandbox.changeDialect({ accountParty: 'with-contact' })
  const contact = siagh.contacts().find(({ tmpid }) => tmpid === customer)
  if (contact === undefined) throw new Error('the customer is not in Siagh')
  story.say(`Contact ${contact.Code} is in Siagh, and nobody has made it an account party (طرف حساب) yet.`)

  const [document = {}] = sampleDocuments(1, [customer], 8)
  const ref: DocumentRef = { kind: 'invoice', id: sandbox.crm.createInvoice(document) }
  const { error } = await failureOf(scene, ref)
  story.say(`${red(error?.kind ?? '')}: the invoice has nobody to bill, so nothing is sent.`)
  const billed = siagh.giveAccountParty(contact.Code)
  story.say(`The accountant makes contact ${contact.Code} an account party in Siagh: it gets the code ${billed ?? ''}.`)
  if (valueOf(await stage.sync.retry(ref)) !== 'retried') throw new Error('the invoice is not among the failures')
  story.say('The operator retries the invoice.')
  await allHandled(scene)

  const posted = siagh.preInvoices().filter(({ remarks }) => remarks.includes(ref.id))
  const [preInvoice, ...doubles] = posted
  if (preInvoice === undefined || doubles.length > 0)
    throw new Error(`the invoice became ${posted.length} pre-invoices`)
  story.say(green(`It is pre-invoice ${preInvoice.number}, once, and bills contact ${preInvoice.customerCode}.`))
  return ref
}
