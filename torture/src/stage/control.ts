import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import type {
  CrmDocument,
  CrmIdentity,
  FaultRule,
  RequestRecord,
  SiaghRow,
  StoredPreInvoice,
} from '@siagh-sync/sandbox'

/** The sandbox's control API, as far as it is used here. */
export interface Control {
  /** Creates a record in the CRM and answers its id. */
  create(kind: 'person' | 'organization' | 'invoice' | 'quote', fields: object): Promise<string>
  change(id: string, fields: object): Promise<unknown>
  remove(id: string): Promise<unknown>
  fault(side: Side, order: object): Promise<unknown>
  /** What is switched on. */
  faults(side: Side): Promise<readonly FaultRule[]>
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

/** `url` ends in `/__sandbox`. Every call rejects if the sandbox does not carry out the command. */
export function createControl(url: string): Control {
  const call = (method: string, path: string, body?: object) => callOnce(method, `${url}${path}`, body)
  const list = async <T>(path: string) => (await call('GET', path)) as readonly T[]
  return {
    create: async (kind, fields) => ((await call('POST', `/crm/${kind}`, fields)) as { crmId: string }).crmId,
    change: (id, fields) => call('PATCH', `/crm/${id}`, fields),
    remove: (id) => call('DELETE', `/crm/${id}`),
    fault: (side, order) => call('POST', `/${side}/faults`, order),
    faults: (side) => list<FaultRule>(`/${side}/faults`),
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

// A connection of its own for each call: one that is kept may be closed just then, and a creation cannot be repeated.
function callOnce(method: string, url: string, body: object | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, agent: false, timeout: 60_000 }, (response) => {
      if (response.statusCode === 200) json(response).then(resolve, reject)
      else reject(new Error(`the sandbox answered ${String(response.statusCode)} to ${method} ${url}`))
    })
    call.on('timeout', () => call.destroy(new Error(`the sandbox did not answer to ${method} ${url}`)))
    call.on('error', reject)
    call.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
