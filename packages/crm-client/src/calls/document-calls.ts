import * as z from 'zod'
import type { CrmClient } from '../client-types'
import { invoiceSchema, quoteSchema } from '../wire/document-schemas'
import type { Connection } from './connection'
import { changesRecord, getsRecord } from './kinds-of-call'

/** Reads invoices and quotes, and changes the state of an invoice. */
export function documentCalls({
  api,
  transport,
}: Connection): Pick<CrmClient, 'getInvoice' | 'getQuote' | 'setInvoiceState'> {
  return {
    getInvoice: (id, { signal } = {}) =>
      transport.call({
        ...getsRecord(invoiceSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/invoice/sales/get', { body: { id }, fetch }),
      }),
    getQuote: (id, { signal } = {}) =>
      transport.call({
        ...getsRecord(quoteSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/quote/sales/get', { body: { id }, fetch }),
      }),
    // It is only known that the answer is an empty 2xx, so every 2xx counts as success.
    setInvoiceState: (id, state, { signal } = {}) =>
      transport
        .call({
          ...changesRecord(z.unknown()),
          signal,
          send: (fetch) => api.POST(`/api/v2/crmobject/invoice/sales/make-${state}`, { body: { id }, fetch }),
        })
        .map(() => undefined),
  }
}
