import { sampleDocuments } from '@siagh-sync/sandbox'
import { allHandled, type Scene } from '../scene'
import { pause } from '../../../test-support/until'
import type { DocumentRef } from './document-ref'

const DOCUMENTS = 9

/** Nine invoices and quotes become pre-invoices. */
export async function typeDocuments(scene: Scene, customers: readonly string[]): Promise<DocumentRef[]> {
  const { story, stage } = scene
  const { crm, siagh } = stage.sandbox
  story.chapter('4  Invoices and quotes become pre-invoices')
  const bar = story.progress(DOCUMENTS, 'are in Siagh')
  const look = () => bar.reached(siagh.preInvoices().length)
  const documents: DocumentRef[] = []
  for (const [index, sample] of sampleDocuments(DOCUMENTS, customers).entries()) {
    documents.push(
      index % 2 === 0
        ? { kind: 'invoice', id: crm.createInvoice(sample) }
        : { kind: 'quote', id: crm.createQuote(sample) },
    )
    look()
    await pause(60)
  }
  await allHandled(scene, look)
  bar.end()
  return documents
}
