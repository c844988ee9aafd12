import type { CrmClient } from '@siagh-sync/crm-client'
import type { ApiError, SiaghClient, System } from '@siagh-sync/siagh-client'
import type { ResultAsync } from 'neverthrow'

/** The calls to Siagh that a run makes. */
type SiaghCalls = Pick<
  SiaghClient,
  'session' | 'login' | 'getAllUsers' | 'createContact' | 'updateContact' | 'createPreInvoice'
>

/** The calls to the CRM that a run makes, and those that create an identity. */
type CrmCalls = Pick<
  CrmClient,
  | 'searchIdentities'
  | 'getPerson'
  | 'getOrganization'
  | 'getInvoice'
  | 'getQuote'
  | 'createPerson'
  | 'createOrganization'
  | 'updatePerson'
  | 'updateOrganization'
>

/** The calls to both servers. */
export interface Calls {
  readonly siagh: SiaghCalls
  readonly crm: CrmCalls
}

/** A call to one of the servers. */
export type Call =
  | { readonly system: 'siagh'; readonly method: keyof SiaghCalls; readonly isWrite: boolean }
  | { readonly system: 'crm'; readonly method: keyof CrmCalls; readonly isWrite: boolean }

/** A call as the journal names it. Example: `crm.getPerson`. */
export function callName({ system, method }: { readonly system: System; readonly method: string }): string {
  return `${system}.${method}`
}

/** Does something around each call. `send` makes the call. */
export type Around = <T>(call: Call, send: () => ResultAsync<T, ApiError>) => ResultAsync<T, ApiError>

/** The same calls, with `around` around each of them. */
export function aroundCalls({ siagh, crm }: Calls, around: Around): Calls {
  const read = <M extends keyof SiaghCalls>(method: M) => ({ system: 'siagh', method, isWrite: false }) as const
  const write = <M extends keyof SiaghCalls>(method: M) => ({ system: 'siagh', method, isWrite: true }) as const
  return {
    siagh: {
      session: (options) => around(read('session'), () => siagh.session(options)),
      login: (options) => around(read('login'), () => siagh.login(options)),
      getAllUsers: (options) => around(read('getAllUsers'), () => siagh.getAllUsers(options)),
      createContact: (contact, options) => around(write('createContact'), () => siagh.createContact(contact, options)),
      updateContact: (code, contact, options) =>
        around(write('updateContact'), () => siagh.updateContact(code, contact, options)),
      createPreInvoice: (preInvoice, options) =>
        around(write('createPreInvoice'), () => siagh.createPreInvoice(preInvoice, options)),
    },
    crm: aroundCrm(crm, around),
  }
}

function aroundCrm(crm: CrmCalls, around: Around): CrmCalls {
  const read = <M extends keyof CrmCalls>(method: M) => ({ system: 'crm', method, isWrite: false }) as const
  const write = <M extends keyof CrmCalls>(method: M) => ({ system: 'crm', method, isWrite: true }) as const
  return {
    searchIdentities: (query, options) => around(read('searchIdentities'), () => crm.searchIdentities(query, options)),
    getPerson: (id, options) => around(read('getPerson'), () => crm.getPerson(id, options)),
    getOrganization: (id, options) => around(read('getOrganization'), () => crm.getOrganization(id, options)),
    getInvoice: (id, options) => around(read('getInvoice'), () => crm.getInvoice(id, options)),
    getQuote: (id, options) => around(read('getQuote'), () => crm.getQuote(id, options)),
    createPerson: (person, options) => around(write('createPerson'), () => crm.createPerson(person, options)),
    createOrganization: (organization, options) =>
      around(write('createOrganization'), () => crm.createOrganization(organization, options)),
    updatePerson: (person, options) => around(write('updatePerson'), () => crm.updatePerson(person, options)),
    updateOrganization: (organization, options) =>
      around(write('updateOrganization'), () => crm.updateOrganization(organization, options)),
  }
}
