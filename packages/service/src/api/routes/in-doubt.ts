import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { answers, failed, nothingToCorrect } from '../kit/answers'
import { askedBy, type ApiEnv } from '../kit/api-env'
import { given } from '../kit/given'
import { json } from '../kit/json'
import { companyPath, instant, pageOf, pageQuery, recordPath } from '../kit/schemas'

const doubt = z
  .object({
    kind: z.enum(['invoice', 'quote']),
    id: z.string(),
    since: instant.openapi({ description: 'When the doubt began.' }),
  })
  .openapi('DocumentInDoubt')

const verdict = z
  .union([
    z.literal('not-created'),
    z.object({ created: z.object({ number: z.string().trim().min(1), code: z.string().trim().min(1) }) }),
  ])
  .openapi('Verdict', {
    description: 'What a person has found in Siagh: no pre-invoice, or one with this number and internal code.',
  })

const listDoubts = createRoute({
  operationId: 'listInDoubt',
  method: 'get',
  path: '/companies/{company}/in-doubt',
  summary: 'Documents that may or may not be in Siagh',
  tags: ['Look'],
  request: { params: companyPath, query: pageQuery },
  responses: answers(pageOf(doubt), 'A page. It may be empty and still have a next page.'),
})

const settle = createRoute({
  operationId: 'settleInDoubt',
  method: 'post',
  path: '/companies/{company}/in-doubt/{kind}/{id}/settle',
  summary: 'End the doubt about a document',
  tags: ['Decide'],
  request: { params: recordPath, body: { ...json(verdict, 'What a person has found in Siagh.'), required: true } },
  responses: answers(z.object({ result: z.literal('settled') }), 'The doubt has ended.'),
})

/** Documents in doubt, and the verdict about one. */
export function addInDoubt(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listDoubts, async (context) => {
    const found = await context.get('sync').inDoubt(given(context.req.valid('query')))
    return found.isOk() ? context.json(found.value, 200) : failed(context, found.error)
  })
  api.openapi(settle, async (context) => {
    const { kind, id } = context.req.valid('param')
    const done = await context.get('sync').settleInDoubt({ kind, id }, context.req.valid('json'), askedBy(context))
    if (done.isErr()) return failed(context, done.error)
    if (done.value === 'not_in_doubt') return nothingToCorrect(context, done.value)
    return context.json({ result: done.value }, 200)
  })
}
