import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { answers, failed, nothingToCorrect } from '../kit/answers'
import { askedBy, type ApiEnv } from '../kit/api-env'
import { given } from '../kit/given'
import { companyPath, entry, errorKind, exactQuery, instant, kind, pageOf, pageQuery, recordPath } from '../kit/schemas'
import { spokenEntry } from '../kit/spoken'

const filter = z.object({
  kind: kind.optional(),
  error: errorKind.optional(),
  reason: z
    .string()
    .optional()
    .openapi({ description: 'The code of the message, or the kind of an error without one.' }),
})

const failureReason = z
  .object({
    reason: z.string().openapi({ description: 'The code of the message, or the kind of an error without one.' }),
    error: errorKind,
    kinds: z.array(kind).readonly(),
    records: z.int().openapi({ description: 'How many failures have this reason.' }),
    notedAt: instant.openapi({ description: 'When the oldest of them was noted.' }),
  })
  .openapi('FailureReason')

const listReasons = createRoute({
  operationId: 'listFailureReasons',
  method: 'get',
  path: '/companies/{company}/failures/reasons',
  summary: 'The failures by their reasons, the most frequent first',
  tags: ['Look'],
  request: { params: companyPath },
  responses: answers(z.object({ items: z.array(failureReason).readonly() }), 'At most 200 reasons.'),
})

const listFailures = createRoute({
  operationId: 'listFailures',
  method: 'get',
  path: '/companies/{company}/failures',
  summary: 'What failed, the oldest first',
  tags: ['Look'],
  request: { params: companyPath, query: pageQuery.extend(filter.shape) },
  responses: answers(pageOf(entry), 'A page of failures.'),
})

const retryOne = createRoute({
  operationId: 'retryFailure',
  method: 'post',
  path: '/companies/{company}/failures/{kind}/{id}/retry',
  summary: 'Handle a failed record again',
  tags: ['Decide'],
  request: { params: recordPath },
  responses: answers(z.object({ result: z.literal('retried') }), 'It is handled again.'),
})

const retryMany = createRoute({
  operationId: 'retryFailures',
  method: 'post',
  path: '/companies/{company}/failures/retry',
  summary: 'Handle all failed records again that match the filter',
  tags: ['Decide'],
  request: { params: companyPath, query: exactQuery(filter.shape) },
  responses: answers(z.object({ retried: z.int() }), 'How many are handled again.'),
})

/** The failures, and another attempt. */
export function addFailures(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listFailures, async (context) => {
    const { limit, after, ...wanted } = context.req.valid('query')
    const found = await context.get('sync').failures(given(wanted), given({ limit, after }))
    if (found.isErr()) return failed(context, found.error)
    const { items, ...rest } = found.value
    const language = context.get('language')
    return context.json({ ...rest, items: items.map((each) => spokenEntry(each, language)) }, 200)
  })
  api.openapi(listReasons, async (context) => {
    const found = await context.get('sync').failureReasons()
    return found.isOk() ? context.json({ items: found.value }, 200) : failed(context, found.error)
  })
  api.openapi(retryOne, async (context) => {
    const { kind: of, id } = context.req.valid('param')
    const done = await context.get('sync').retry({ kind: of, id }, askedBy(context))
    if (done.isErr()) return failed(context, done.error)
    if (done.value === 'not_failed') return nothingToCorrect(context, done.value)
    return context.json({ result: done.value }, 200)
  })
  api.openapi(retryMany, async (context) => {
    const { lang: _, ...wanted } = context.req.valid('query')
    const done = await context.get('sync').retryAll(given(wanted), askedBy(context))
    return done.isOk() ? context.json(done.value, 200) : failed(context, done.error)
  })
}
