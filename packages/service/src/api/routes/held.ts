import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { ShownHeld } from '@siagh-sync/sync-core'
import { saidBy, type Language } from '@siagh-sync/sync-core/messages'
import { answers, failed, nothingToCorrect } from '../kit/answers'
import { askedBy, type ApiEnv } from '../kit/api-env'
import { given } from '../kit/given'
import { json } from '../kit/json'
import {
  companyPath,
  errorKind,
  exactQuery,
  heldChange,
  kind,
  orNull,
  outcomeKind,
  pageOf,
  pageQuery,
  recordPath,
} from '../kit/schemas'
import { spoken } from '../kit/spoken'

const shownHeld = z
  .object({
    held: orNull(heldChange),
    planned: z.record(z.string(), z.unknown()).optional().openapi({
      description: 'Exactly what would be sent now. For a contact that exists, `before` is what Siagh has.',
    }),
    fingerprint: z.string().optional().openapi({ description: 'For `release` and `refuse`.' }),
    isChanged: z.boolean().openapi({ description: 'Something else would be sent now than is held.' }),
    isUnstable: z.boolean().openapi({ description: 'A function of the rules returns something else each time.' }),
    outcome: outcomeKind.optional().openapi({ description: 'How a run would end now.' }),
    error: errorKind.optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  })
  .openapi('ShownHeldWrite')

const seen = z
  .strictObject({ fingerprint: z.string().min(1).optional() })
  .openapi('Seen', { description: 'What the person has seen. Absent: whatever is held now.' })

const verdictEnd = (done: 'released' | 'refused') =>
  z.object({ result: z.enum([done, 'changed', 'waits_for_customer']) }).openapi({
    description:
      '`changed`: something else is held now than the person has seen. `waits_for_customer`: the customer comes first.',
  })

const listHeld = createRoute({
  operationId: 'listHeld',
  method: 'get',
  path: '/companies/{company}/held',
  summary: 'Writes that wait for an operator, identities before documents',
  tags: ['Look'],
  request: { params: companyPath, query: pageQuery },
  responses: answers(pageOf(heldChange), 'A page of held writes.'),
})

const showHeld = createRoute({
  operationId: 'showHeld',
  method: 'get',
  path: '/companies/{company}/held/{kind}/{id}',
  summary: 'What would be sent now for a record',
  description: 'Reads both servers and writes nothing.',
  tags: ['Look'],
  request: { params: recordPath },
  responses: answers(shownHeld, 'What is held, and what would be sent now.'),
})

const releaseAll = createRoute({
  operationId: 'releaseAllHeld',
  method: 'post',
  path: '/companies/{company}/held/release',
  summary: 'Release everything that is held now',
  tags: ['Decide'],
  request: { params: companyPath, query: exactQuery({ kind: kind.optional() }) },
  responses: answers(z.object({ released: z.int(), waiting: z.int(), busy: z.int() }), 'How many were released.'),
})

const decide = <Act extends 'release' | 'refuse'>(act: Act, done: 'released' | 'refused') =>
  createRoute({
    operationId: `${act}Held`,
    method: 'post',
    path: `/companies/{company}/held/{kind}/{id}/${act}`,
    summary: act === 'release' ? 'Allow the held write of a record, once' : 'End the wait without a write',
    tags: ['Decide'],
    request: { params: recordPath, body: { ...json(seen, 'What the person has seen.'), required: false } },
    responses: answers(verdictEnd(done), 'What became of it.'),
  })

/** Writes that wait for an operator, and the verdicts about them. */
export function addHeld(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listHeld, async (context) => {
    const found = await context.get('sync').held({}, given(context.req.valid('query')))
    return found.isOk() ? context.json(found.value, 200) : failed(context, found.error)
  })
  api.openapi(showHeld, async (context) => {
    const { kind: of, id } = context.req.valid('param')
    const shown = await context.get('sync').showHeld({ kind: of, id })
    if (shown.isErr()) return failed(context, shown.error)
    return context.json(shownIn(context.get('language'), shown.value), 200)
  })
  api.openapi(releaseAll, async (context) => {
    const { lang: _, ...wanted } = context.req.valid('query')
    const done = await context.get('sync').releaseAll(given(wanted), askedBy(context))
    return done.isOk() ? context.json(done.value, 200) : failed(context, done.error)
  })
  addVerdict(api, 'release', 'released')
  addVerdict(api, 'refuse', 'refused')
}

function addVerdict(api: OpenAPIHono<ApiEnv>, act: 'release' | 'refuse', done: 'released' | 'refused'): void {
  api.openapi(decide(act, done), async (context) => {
    const { kind: of, id } = context.req.valid('param')
    const { fingerprint: seen } = context.req.valid('json')
    const ended = await context.get('sync')[act]({ kind: of, id }, given({ ...askedBy(context), seen }))
    if (ended.isErr()) return failed(context, ended.error)
    if (ended.value === 'not_held') return nothingToCorrect(context, ended.value)
    return context.json({ result: ended.value }, 200)
  })
}

/** How the run would end, as an outcome or as an error in the language of the reader. */
function shownIn(language: Language, { result, planned, ...shown }: ShownHeld) {
  const end = result.isOk()
    ? { outcome: result.value.outcome }
    : { error: result.error.kind, ...spoken(saidBy(result.error).message, language) }
  return { ...shown, ...(planned && { planned: { ...planned } }), ...end }
}
