import type { ApiError } from '@siagh-sync/http-client'
import type { ResultAsync } from 'neverthrow'
import { z } from 'zod'
import type { ListOptions } from '../call-types'
import type { CrmClient, IdentityQuery, IdentitySummary } from '../types'
import { createdSchema } from '../wire/created-schema'
import { identitySummarySchema, organizationSchema, personSchema } from '../wire/identity-schemas'
import { toWire } from '../wire/identity-to-wire'
import { readAnswer } from '../wire/read-answer'
import { readRows, type ReadRows } from '../wire/read-rows'
import type { Connection } from './connection'
import { changesRecord, getsList, getsRecord, makesRecord } from './kinds-of-call'

const identityTypes = { person: 1, organization: 2 } as const

type Calls<K extends keyof CrmClient> = Pick<CrmClient, K>

/** A page of a search, with the rows that cannot be read. */
export type SearchPage = ReadRows<IdentitySummary>

/** Searches persons and organizations alike. */
export function searchPage({ api, transport }: Connection) {
  return (
    { identityType, ...query }: IdentityQuery,
    { signal, onUnreadable }: ListOptions = {},
  ): ResultAsync<SearchPage, ApiError> => {
    const body = { ...query, ...(identityType && { identityType: identityTypes[identityType] }) }
    const page = transport.call({
      ...getsList((answer) =>
        readAnswer(z.array(z.unknown()), answer).map((rows) => readRows(identitySummarySchema, rows)),
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
      transport.call({
        ...makesRecord(createdSchema),
        signal,
        mayLeave,
        send: (fetch) => api.POST('/api/v2/crmobject/person/create', { body: toWire.newPerson(person), fetch }),
      }),
    updatePerson: (person, { signal } = {}) =>
      transport.call({
        ...changesRecord(createdSchema),
        signal,
        send: (fetch) => api.POST('/api/v2/crmobject/person/update', { body: toWire.person(person), fetch }),
      }),
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
      transport.call({
        ...makesRecord(createdSchema),
        signal,
        mayLeave,
        send: (fetch) =>
          api.POST('/api/v2/crmobject/organization/create', { body: toWire.newOrganization(organization), fetch }),
      }),
    updateOrganization: (organization, { signal } = {}) =>
      transport.call({
        ...changesRecord(createdSchema),
        signal,
        send: (fetch) =>
          api.POST('/api/v2/crmobject/organization/update', { body: toWire.organization(organization), fetch }),
      }),
  }
}
