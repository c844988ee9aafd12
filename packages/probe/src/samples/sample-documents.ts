import type { CrmClient } from '@siagh-sync/crm-client'
import type { FindOfKind } from '../crm/find-kinds'
import type { ReadDocument } from './document-counts'
import { newest } from './sample-identities'

type Reads = Pick<CrmClient, 'find' | 'getInvoice' | 'getQuote'>

/** Documents that `find` shows, the newest of each kind, and those with the given ids. Each once. */
export async function sampleDocuments(
  crm: Reads,
  finds: readonly FindOfKind[],
  { sample, ids }: { readonly sample: number; readonly ids: readonly string[] },
): Promise<readonly ReadDocument[]> {
  const read: ReadDocument[] = []
  for (const { kind, typeKeys, firstPage } of finds) {
    if (kind !== 'invoice' && kind !== 'quote') continue
    for (const typeKey of typeKeys) {
      const documents = await newest(crm, kind, { typeKey, pageNumber: firstPage, pageSize: sample })
      read.push(...documents.map((document) => ({ kind, document })))
    }
  }
  for (const id of ids) {
    const one = await readDocument(crm, id)
    if (one) read.push(one)
  }
  return [...new Map(read.map((each) => [each.document.crmId, each])).values()]
}

/** Reads a document of unknown kind. `undefined`: the CRM shows neither an invoice nor a quote. */
async function readDocument(
  crm: Pick<CrmClient, 'getInvoice' | 'getQuote'>,
  id: string,
): Promise<ReadDocument | undefined> {
  const invoice = await crm.getInvoice(id)
  if (invoice.isOk()) return { kind: 'invoice', document: invoice.value }
  const quote = await crm.getQuote(id)
  return quote.isOk() ? { kind: 'quote', document: quote.value } : undefined
}
