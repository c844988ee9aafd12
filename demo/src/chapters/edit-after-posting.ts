import { allHandled, runsOf, type Scene } from '../scene'
import type { DocumentRef } from './document-ref'

/** A document that has its pre-invoice is edited in the CRM: reported, never posted again. Then the edit is taken back. */
export async function editAfterPosting(scene: Scene, document: DocumentRef): Promise<void> {
  const { story, stage } = scene
  const { crm, siagh } = stage.sandbox
  story.chapter('5  One that is edited after it was posted')
  const before = crm.documents().find(({ crmId }) => crmId === document.id)
  if (!before) throw new Error('the CRM has lost a document')
  const details = before.details.map(({ productCode, productUnitTypeName, baseUnitPrice, count }) => ({
    ...{ productCode, productUnitTypeName, baseUnitPrice },
    count: count + 1,
  }))
  crm.updateDocument(document.id, { details })
  await allHandled(scene)
  const outcome = (await runsOf(scene, document)).at(-1)?.outcome ?? ''
  const posted = siagh.preInvoices().filter(({ remarks }) => remarks.includes(document.id))
  story.say(
    `Every count of ${document.kind} ${document.id.slice(0, 8)} goes up by one: ${story.colors.yellow(outcome)}.`,
  )
  story.say(
    `Siagh still has ${posted.length} pre-invoice of it, number ${posted[0]?.number ?? '?'}. A person decides what to do.`,
  )
  crm.updateDocument(document.id, { details: before.details })
  await allHandled(scene)
  story.say(`The edit is taken back in the CRM: ${(await runsOf(scene, document)).at(-1)?.outcome ?? ''}.`)
}
