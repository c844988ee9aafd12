import { sampleDocuments } from '@siagh-sync/sandbox'
import { allHandled, failureOf, type Scene } from '../scene'
import type { DocumentRef } from './document-ref'

/** Siagh makes a pre-invoice and its answer is lost: in doubt, until an operator looks and settles it in one call. */
export async function loseAnAnswer(scene: Scene, customer: string): Promise<DocumentRef> {
  const { story, stage } = scene
  const { crm, siagh } = stage.sandbox
  story.chapter('6  One in doubt')
  siagh.faults.next('savePreInvoice', 'resetAfter')
  const [sample = {}] = sampleDocuments(1, [customer], 6)
  const document: DocumentRef = { kind: 'invoice', id: crm.createInvoice(sample) }
  const { error } = await failureOf(scene, document)
  story.say('The connection breaks after Siagh got an invoice. Nobody can know whether it made the pre-invoice.')
  story.say(`${story.colors.red(error?.kind ?? '')}: it is not sent again by itself.`)

  const found = siagh.preInvoices().find(({ remarks }) => remarks.includes(document.id))
  if (!found) throw new Error('the pre-invoice whose answer was lost is not in Siagh')
  story.say(`The operator looks in Siagh: number ${found.number} has "[CRM ${document.id}]" in its remarks.`)
  await settle(scene, document, { created: { number: found.number, code: found.code } })
  await allHandled(scene)
  return document
}

async function settle({ stage, story }: Scene, { kind, id }: DocumentRef, verdict: object): Promise<void> {
  const body = JSON.stringify(verdict)
  const response = await fetch(`${stage.service.url}/api/companies/default/in-doubt/${kind}/${id}/settle`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
    body,
  })
  if (!response.ok) throw new Error(`settling was answered with ${response.status}`)
  story.say(`POST /api/companies/default/in-doubt/${kind}/${id.slice(0, 8)}…/settle  ${body}`)
  story.say(story.colors.green('settled'))
}
