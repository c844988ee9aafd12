import type { CrmClient } from '../types'
import { createdSchema } from '../wire/created-schema'
import { identitySummariesSchema, organizationSchema, personSchema } from '../wire/identity-schemas'
import { toWire } from '../wire/identity-to-wire'
import { checkTexts } from './check-texts'
import type { Connection } from './connection'
import { changesRecord, getsList, getsRecord, makesRecord } from './kinds-of-call'

type Calls<K extends keyof CrmClient> = Pick<CrmClient, K>

/**
 * Searches persons and organizations alike. The filter `identityType` is never sent: the vendor's enumeration is 1 organization and
 * 2 person, one integrator says the reverse, and nobody has seen both sides.
 */
export function identitySearch({ api, transport }: Connection): Calls<'searchIdentities'> {
  return {
    searchIdentities: ({ pageNumber, pageSize, searchTerm }, { signal } = {}) => {
      const body = { pageNumber, pageSize, ...(searchTerm !== undefined && { searchTerm }) }
      return transport.call({
        ...getsList(identitySummariesSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/identity/search', { body, fetch }),
      })
    },
  }
}

/** Reads and writes persons. */
export function personCalls({ api, transport }: Connection): Calls<'getPerson' | 'createPerson' | 'updatePerson'> {
  return {
    getPerson: (id, { signal } = {}) =>
      transport.call({
        ...getsRecord(personSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/person/get', { body: { id }, fetch }),
      }),
    createPerson: (person, { signal, mayLeave } = {}) =>
      checkTexts(person).asyncAndThen(() =>
        transport.call({
          ...makesRecord(createdSchema),
          signal,
          mayLeave,
          send: (fetch) => api.POST('/api/v2/crmobject/person/create', { body: toWire.newPerson(person), fetch }),
        }),
      ),
    updatePerson: (person, { signal } = {}) =>
      checkTexts(person).asyncAndThen(() =>
        transport.call({
          ...changesRecord(createdSchema),
          signal,
          send: (fetch) => api.POST('/api/v2/crmobject/person/update', { body: toWire.person(person), fetch }),
        }),
      ),
  }
}

/** Reads and writes organizations. */
export function organizationCalls({
  api,
  transport,
}: Connection): Calls<'getOrganization' | 'createOrganization' | 'updateOrganization'> {
  return {
    getOrganization: (id, { signal } = {}) =>
      transport.call({
        ...getsRecord(organizationSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/organization/get', { body: { id }, fetch }),
      }),
    createOrganization: (organization, { signal, mayLeave } = {}) =>
      checkTexts(organization).asyncAndThen(() =>
        transport.call({
          ...makesRecord(createdSchema),
          signal,
          mayLeave,
          send: (fetch) =>
            api.POST('/api/v2/crmobject/organization/create', { body: toWire.newOrganization(organization), fetch }),
        }),
      ),
    updateOrganization: (organization, { signal } = {}) =>
      checkTexts(organization).asyncAndThen(() =>
        transport.call({
          ...changesRecord(createdSchema),
          signal,
          send: (fetch) =>
            api.POST('/api/v2/crmobject/organization/update', { body: toWire.organization(organization), fetch }),
        }),
      ),
  }
}
