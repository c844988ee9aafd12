import type { CrmDocument, CrmIdentity, RequestRecord, SiaghRow, StoredPreInvoice } from '@siagh-sync/sandbox'

/** The sandbox's control API, as far as it is used here. */
export interface Control {
  /** Creates a record in the CRM and answers its id. */
  create(kind: 'person' | 'organization' | 'invoice' | 'quote', fields: object): Promise<string>
  change(id: string, fields: object): Promise<unknown>
  remove(id: string): Promise<unknown>
  fault(side: Side, order: object): Promise<unknown>
  /** Ends all faults of a side, its latency too. */
  heal(side: Side): Promise<unknown>
  expireSessions(): Promise<void>
  /** All that both servers hold. */
  books(): Promise<Books>
}

export type Side = 'siagh' | 'crm'

/** What both servers hold, as they hold it. */
export interface Books {
  readonly contacts: readonly SiaghRow[]
  readonly preInvoices: readonly StoredPreInvoice[]
  readonly identities: readonly CrmIdentity[]
  readonly documents: readonly CrmDocument[]
  readonly siaghRequests: readonly RequestRecord<string>[]
  readonly crmRequests: readonly RequestRecord<string>[]
}

/** `url` ends in `/__sandbox`. Every call rejects where the sandbox does not do what it is told. */
export function createControl(url: string): Control {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const text = body === undefined ? null : JSON.stringify(body)
    const response = await fetch(`${url}${path}`, { method, body: text, signal: AbortSignal.timeout(30_000) })
    if (!response.ok) throw new Error(`the sandbox answered ${String(response.status)} to ${method} ${path}`)
    return response.json()
  }
  const list = async <T>(path: string) => (await call('GET', path)) as readonly T[]
  return {
    create: async (kind, fields) => ((await call('POST', `/crm/${kind}`, fields)) as { crmId: string }).crmId,
    change: (id, fields) => call('PATCH', `/crm/${id}`, fields),
    remove: (id) => call('DELETE', `/crm/${id}`),
    fault: (side, order) => call('POST', `/${side}/faults`, order),
    heal: (side) => call('DELETE', `/${side}/faults`),
    async expireSessions() {
      await call('POST', '/siagh/expire-sessions')
      await call('POST', '/crm/expire-tokens')
    },
    books: async () => ({
      contacts: await list('/siagh/contacts'),
      preInvoices: await list('/siagh/pre-invoices'),
      identities: await list('/crm/identities'),
      documents: await list('/crm/documents'),
      siaghRequests: await list('/siagh/requests'),
      crmRequests: await list('/crm/requests'),
    }),
  }
}
