import * as z from 'zod'
import type { CrmClient, FindPage, FoundObjects } from '../types'
import { invoiceSchema, quoteSchema } from '../wire/document-schemas'
import { list, objectOf } from '../wire/fields'
import { findToWire } from '../wire/find-to-wire'
import { organizationSchema, personSchema } from '../wire/identity-schemas'
import type { Connection } from './connection'
import { getsList } from './kinds-of-call'

type Pages = { readonly [K in keyof FoundObjects]: z.ZodType<FindPage<FoundObjects[K]>> }

const pages: Pages = {
  person: pageOf(personSchema),
  organization: pageOf(organizationSchema),
  invoice: pageOf(invoiceSchema),
  quote: pageOf(quoteSchema),
}

const paths = {
  person: '/api/v2/crmobject/person/find',
  organization: '/api/v2/crmobject/organization/find',
  invoice: '/api/v2/crmobject/invoice/sales/find',
  quote: '/api/v2/crmobject/quote/sales/find',
} as const

/** Asks for the objects of a kind that meet conditions. */
export function findCalls({ api, transport }: Connection): Pick<CrmClient, 'find'> {
  return {
    find: (kind, query, { signal } = {}) => {
      const path: (typeof paths)[keyof FoundObjects] = paths[kind]
      return transport.call({
        ...getsList(pages[kind]),
        signal,
        send: (fetch) => api.POST(path, { body: findToWire(query), fetch }),
      })
    },
  }
}

function pageOf<T>(object: z.ZodType<T>) {
  return objectOf({ data: list(object), total: z.number() })
}
