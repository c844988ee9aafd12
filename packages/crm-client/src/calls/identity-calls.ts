import type { ApiError } from '@siagh-sync/http-client'
import type { ResultAsync } from 'neverthrow'
import * as z from 'zod'
import type { ListOptions } from '../call-types'
import type { CrmClient, IdentityQuery } from '../client-types'
import type { IdentitySummary } from '../types'
import { createdSchema } from '../wire/created-schema'
import { identitySummarySchema, organizationSchema, personSchema } from '../wire/identity-schemas'
import { toWire } from '../wire/identity-to-wire'
import { parseAnswer } from '../wire/parse-answer'
import { readRows, type ReadRows } from '../wire/read-rows'
import { checkTexts } from './check-texts'
import type { Connection } from './connection'
import { changesRecord, getsList, getsRecord, makesRecord } from './kinds-of-call'

type Calls<K extends keyof CrmClient> = Pick<CrmClient, K>

/** A page of a search, including the rows that cannot be read. */
export type SearchPage = ReadRows<IdentitySummary>

/**
 * Searches persons and organizations together. The filter `identityType` is sent only if `type` asks for it: in the
 * vendor's enumeration 1 is an organization and 2 a person, but one integrator says the reverse, and nobody has
 * compared them.
 */
export function searchPage({ api, transport }: Connection) {
  return (
    { pageNumber, pageSize, searchTerm }: IdentityQuery,
    { signal, onUnreadable }: ListOptions = {},
    type?: 1 | 2,
  ): ResultAsync<SearchPage, ApiError> => {
    const filter = type === undefined ? {} : { identityType: type }
    const body = { pageNumber, pageSize, ...(searchTerm !== undefined && { searchTerm }), ...filter }
    const page = transport.call({
      ...getsList((answer) =>
        parseAnswer(z.array(z.unknown()), answer).map((rows) => readRows(identitySummarySchema, rows)),
      ),
      signal,
      send: (fetch) => api.POST('/api/v2/crmobject/identity/search', { body, fetch }),
    })
    return page.andTee(({ unreadable }) => {
      if (onUnreadable) unreadable.forEach((row) => onUnreadable(row))
    })
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
