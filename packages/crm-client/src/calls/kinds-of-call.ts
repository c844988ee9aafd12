import { err } from 'neverthrow'
import type { z } from 'zod'
import { coded, notFound, rejected, type ApiError, type Call } from '@siagh-sync/http-client'
import { parseAnswer } from '../wire/parse-answer'
import { readReasons } from '../wire/read-reasons'

type Reading<T> = Pick<Call<T>, 'kind' | 'read' | 'refused'>

/**
 * Reads one record by its id. Nobody has seen what the CRM answers for a missing id, so 404, 400 and an empty 200 are
 * `not_found`.
 */
export function getsRecord<T>(schema: z.ZodType<T>): Reading<T> {
  return {
    kind: 'read',
    read: (body) => (isNothing(body) ? err(noSuchRecord()) : parseAnswer(schema, body)),
    refused: (status, body) => (status === 400 || status === 404 ? noSuchRecord() : refusal(status, body)),
  }
}

/** Reads a list. A 404 does not concern a record: it comes from a wrong address. */
export function getsList<T>(read: Call<T>['read']): Reading<T> {
  return { kind: 'read', read, refused: refusal }
}

/** Creates a record. Here too a 404 comes from a wrong address. */
export function makesRecord<T>(schema: z.ZodType<T>): Reading<T> {
  return { kind: 'write', read: (body) => parseAnswer(schema, body), refused: refusal }
}

/** Changes a record. A 404 means that the record is gone. */
export function changesRecord<T>(schema: z.ZodType<T>): Reading<T> {
  return {
    kind: 'write',
    read: (body) => parseAnswer(schema, body),
    refused: (status, body) => (status === 404 ? noSuchRecord() : refusal(status, body)),
  }
}

function isNothing(body: unknown): boolean {
  if (typeof body === 'object' && body !== null) return !Array.isArray(body) && Object.keys(body).length === 0
  return body === undefined || body === null || body === ''
}

function noSuchRecord(): ApiError {
  return notFound('crm', coded('no_such_record', 'The CRM has no such record'))
}

function refusal(status: number, body: unknown): ApiError {
  const message =
    status === 404 ? 'The CRM has no such path (HTTP 404): check baseUrl' : `The CRM refused (HTTP ${status})`
  return rejected('crm', coded('call_refused', message, { status }), readReasons(body))
}
