import { sampleDocuments } from '@siagh-sync/sandbox'
import { until } from '../../../test-support/until'
import { allHandled, type Scene } from '../scene'
import { valueOf } from '../value-of'
import type { DocumentRef } from './document-ref'

/** The subject of the document that waits for the operator. */
export const HELD_SUBJECT = 'تأیید مدیر'

/** A document that a rule holds waits until the operator has seen what will be sent, and releases it. */
export async function releaseOne(scene: Scene, customer: string): Promise<DocumentRef> {
  const { story, stage } = scene
  const { sync, sandbox } = stage
  story.chapter('7  One that waits for the operator')
  const [sample = {}] = sampleDocuments(1, [customer], 7)
  const document: DocumentRef = { kind: 'invoice', id: sandbox.crm.createInvoice({ ...sample, subject: HELD_SUBJECT }) }
  const held = async () => valueOf(await sync.held()).items.find(({ key }) => key.id === document.id)
  await until('the document is held', async () => (await held()) !== undefined)
  await allHandled(scene)
  story.say('The rule `hold` of this company holds documents that a manager has to see.')
  const { planned, fingerprint } = valueOf(await sync.showHeld(document))
  if (planned?.write !== 'post_document') throw new Error('the document that is held is not one to be posted')
  const { lines, contactCode, customerCode } = planned.preInvoice
  story.say(`Will be sent: contact ${contactCode ?? ''}, account party ${customerCode}, ${lines.length} lines.`)
  story.say(
    story.colors.green(valueOf(await sync.release(document, fingerprint === undefined ? {} : { seen: fingerprint }))),
  )
  await allHandled(scene)
  return document
}
