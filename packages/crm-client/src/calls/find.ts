import type { ApiError } from '@siagh-sync/http-client'
import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { CrmClient, FindPage, FoundObjects } from '../client-types'
import { invoiceSchema, quoteSchema } from '../wire/document-schemas'
import { objectOf, optionalNumber } from '../wire/fields'
import { findToWire } from '../wire/find-to-wire'
import { organizationSchema, personSchema } from '../wire/identity-schemas'
import { parseAnswer } from '../wire/parse-answer'
import { knownRows, readRows } from '../wire/read-rows'
import type { Connection } from './connection'
import { getsList } from './kinds-of-call'

type Schemas = { readonly [K in keyof FoundObjects]: z.ZodType<FoundObjects[K]> }

const schemas: Schemas = {
  person: personSchema,
  organization: organizationSchema,
  invoice: invoiceSchema,
  quote: quoteSchema,
}

const pageSchema = objectOf({ data: z.array(z.unknown()), total: optionalNumber })

const paths = {
  person: '/api/v2/crmobject/person/find',
  organization: '/api/v2/crmobject/organization/find',
  invoice: '/api/v2/crmobject/invoice/sales/find',
  quote: '/api/v2/crmobject/quote/sales/find',
} as const

/** Finds the objects of a kind that meet conditions. */
export function findCalls({ api, transport }: Connection): Pick<CrmClient, 'find'> {
  return {
    find: (kind, query, { signal } = {}) => {
      const path: (typeof paths)[keyof FoundObjects] = paths[kind]
      return transport.call({
        ...getsList((body) => readPage(schemas[kind], body)),
        signal,
        send: (fetch) => api.POST(path, { body: findToWire(query), fetch }),
      })
    },
  }
}

function readPage<T>(schema: z.ZodType<T>, body: unknown): Result<FindPage<T>, ApiError> {
  return parseAnswer(pageSchema, body).andThen(({ data, total }) =>
    knownRows(readRows(schema, data), 'data').map(({ rows, unreadable }) => ({
      data: rows,
      ...(total !== undefined && { total }),
      ...(unreadable.length > 0 && { unreadable }),
    })),
  )
}
