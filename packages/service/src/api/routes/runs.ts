import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { ImportDecision } from '@siagh-sync/first-import'
import { saidBy, type Language } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../../messages/service-messages'
import { answers, refuse } from '../kit/answers'
import { askedBy, type ApiEnv } from '../kit/api-env'
import { given } from '../kit/given'
import { json } from '../kit/json'
import { companyPath, errorKind, id, instant } from '../kit/schemas'
import { spoken } from '../kit/spoken'
import type { LongRun, LongRuns, LongWork } from '../runs/long-runs'

const decision = z
  .union([z.enum(['create', 'skip']), z.object({ link: id })])
  .openapi({ description: 'What a person has decided: a new identity, no identity, or the identity with this id.' })

const order = z
  .discriminatedUnion('work', [
    z.strictObject({
      work: z.literal('import'),
      apply: z.boolean().default(false).openapi({ description: 'False: only says what would be done.' }),
      decisions: z
        .record(z.string().regex(/^\d{1,15}$/), decision)
        .default({})
        .openapi({ description: "Decisions by Siagh's `Code`." }),
    }),
    z.strictObject({
      work: z.literal('reconcile'),
      repair: z.boolean().default(false).openapi({ description: 'Notes the records that a sync can correct.' }),
    }),
  ])
  .openapi('LongWork')

const report = z.record(z.string(), z.unknown()).openapi({ description: 'Counts, when the work has ended.' })

const longRun = z
  .object({
    id: z.string(),
    work: z.enum(['import', 'reconcile']),
    writes: z.boolean().openapi({ description: 'Whether it writes: `apply` of an import, `repair` of a reconcile.' }),
    by: z.string().optional(),
    startedAt: instant,
    endedAt: instant.optional(),
    state: z.enum(['running', 'finished', 'stopped', 'failed']),
    phase: z.string().optional(),
    progress: z
      .object({
        done: z.int(),
        total: z.int().optional(),
        perSecond: z.number(),
        leftMs: z.number().optional(),
      })
      .optional(),
    report: report.optional(),
    error: z.object({ kind: errorKind, code: z.string(), message: z.string() }).optional(),
    items: z.int().openapi({ description: 'How many contacts or differences a person has to look at.' }),
    itemsLeftOut: z.int().openapi({ description: 'How many more there were than are kept.' }),
  })
  .openapi('LongRun')

const runPath = z.object({ company: z.string(), run: z.uuid() })
const byOperator = ['Decide']
const byViewer = ['Look']

const startRun = createRoute({
  operationId: 'startLongRun',
  method: 'post',
  path: '/companies/{company}/runs',
  summary: 'Start an import or a comparison of the whole company',
  tags: byOperator,
  request: { params: companyPath, body: { ...json(order, 'What is to be done.'), required: true } },
  responses: answers(longRun, 'It has begun. 409: the same work is running.'),
})

const listRuns = createRoute({
  operationId: 'listLongRuns',
  method: 'get',
  path: '/companies/{company}/runs',
  summary: 'Long work of the process that answers, the latest first',
  tags: byViewer,
  request: { params: companyPath },
  responses: answers(z.object({ items: z.array(longRun).readonly() }), 'At most 20. A restart forgets them.'),
})

const showRun = createRoute({
  operationId: 'showLongRun',
  method: 'get',
  path: '/companies/{company}/runs/{run}',
  summary: 'How far a piece of long work is',
  tags: byViewer,
  request: { params: runPath },
  responses: answers(longRun, 'How far it is.'),
})

const listItems = createRoute({
  operationId: 'listLongRunItems',
  method: 'get',
  path: '/companies/{company}/runs/{run}/items',
  summary: 'Contacts that are undecided or failed, or differences',
  tags: byViewer,
  request: {
    params: runPath,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      from: z.coerce.number().int().min(0).default(0).openapi({ type: 'integer' }),
    }),
  },
  responses: answers(
    z.object({ items: z.array(z.record(z.string(), z.unknown())).readonly(), total: z.int() }),
    'A part of them, in the order in which they were found.',
  ),
})

const stopRun = createRoute({
  operationId: 'stopLongRun',
  method: 'post',
  path: '/companies/{company}/runs/{run}/stop',
  summary: 'End a piece of long work after what is under way',
  tags: byOperator,
  request: { params: runPath },
  responses: answers(longRun, 'It is ending.'),
})

/** Imports and comparisons. */
export function addRuns(api: OpenAPIHono<ApiEnv>, runs: LongRuns): void {
  api.openapi(startRun, (context) => {
    const { by } = askedBy(context)
    const started = runs.start(context.get('sync'), workOf(context.req.valid('json')), by)
    if (started.isErr() && started.error === 'ending') {
      context.header('retry-after', '5')
      return refuse(context, 503, started.error, serviceSaying('service_is_ending'))
    }
    if (started.isErr()) return refuse(context, 409, started.error, serviceSaying('already_running'))
    return context.json(shown(started.value, context.get('language')), 200)
  })
  api.openapi(listRuns, (context) => {
    const items = runs.list(context.get('sync').company).map((run) => shown(run, context.get('language')))
    return context.json({ items }, 200)
  })
  api.openapi(showRun, (context) => {
    const run = runs.find(context.get('sync').company, context.req.valid('param').run)
    if (run === undefined) return refuse(context, 404, 'no_such_run', serviceSaying('no_such_run'))
    return context.json(shown(run, context.get('language')), 200)
  })
  api.openapi(listItems, (context) => {
    const run = runs.find(context.get('sync').company, context.req.valid('param').run)
    if (run === undefined) return refuse(context, 404, 'no_such_run', serviceSaying('no_such_run'))
    const { from, limit } = context.req.valid('query')
    const items = run.items.slice(from, from + limit).map((item) => itemIn(item, context.get('language')))
    return context.json({ items, total: run.items.length }, 200)
  })
  api.openapi(stopRun, (context) => {
    const run = runs.stop(context.get('sync').company, context.req.valid('param').run)
    if (run === undefined) return refuse(context, 404, 'no_such_run', serviceSaying('no_such_run'))
    return context.json(shown(run, context.get('language')), 200)
  })
}

function workOf(asked: z.output<typeof order>): LongWork {
  if (asked.work === 'reconcile') return asked
  const decisions = Object.entries(asked.decisions).map(([code, what]): [number, ImportDecision] => [
    Number(code),
    what,
  ])
  return { work: 'import', apply: asked.apply, decisions: new Map(decisions) }
}

function shown(run: LongRun, language: Language) {
  const { work, error, items, report: counts, company: _, ...rest } = run
  return given({
    ...rest,
    work: work.work,
    writes: work.work === 'import' ? work.apply : work.repair,
    items: items.length,
    report: counts && { ...counts },
    error: error && { kind: error.kind, ...spoken(saidBy(error).message, language) },
  })
}

/** A contact or a difference, with its error in the language of the reader. */
function itemIn(item: LongRun['items'][number], language: Language): Record<string, unknown> {
  if (!('error' in item)) return { ...item }
  return { ...item, error: { kind: item.error.kind, ...spoken(saidBy(item.error).message, language) } }
}
