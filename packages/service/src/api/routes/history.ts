import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { answers, failed } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { given } from '../kit/given'
import {
  companyPath,
  errorKind,
  id,
  instant,
  kind,
  outcomeKind,
  pageOf,
  pageQuery,
  recordKey,
  siaghIds,
  trigger,
  warning,
} from '../kit/schemas'

const run = z
  .object({
    at: instant,
    key: recordKey,
    trigger,
    by: z.string().optional().openapi({ description: 'The person who has asked for it.' }),
    attempt: z.int(),
    outcome: outcomeKind.optional(),
    error: errorKind.optional(),
    siagh: siaghIds.optional(),
    durationMs: z.number(),
    calls: z.array(z.string()).readonly().openapi({ description: 'Calls to the two servers, in order.' }),
    warnings: z.array(warning).readonly(),
  })
  .openapi('Run', { description: 'One run. Either `outcome` or `error` is present.' })

const listRuns = createRoute({
  operationId: 'listRuns',
  method: 'get',
  path: '/companies/{company}/history',
  summary: 'What was done, the newest first',
  tags: ['Look'],
  request: {
    params: companyPath,
    query: pageQuery.extend({
      kind: kind.optional(),
      id: id.optional(),
      outcome: outcomeKind.optional(),
      error: errorKind.optional(),
      since: z.coerce.number().int().optional().openapi({ type: 'integer', description: 'Milliseconds since 1970.' }),
    }),
  },
  responses: answers(pageOf(run), 'A page of runs.'),
})

const SPANS = {
  hour: { bucketMs: 60_000, buckets: 60 },
  day: { bucketMs: 15 * 60_000, buckets: 96 },
  month: { bucketMs: 24 * 3_600_000, buckets: 30 },
} as const

const series = z
  .object({
    from: instant,
    to: instant,
    bucketMs: z.int(),
    items: z
      .array(
        z.object({
          at: instant.openapi({ description: 'The beginning of the step.' }),
          runs: z.int(),
          outcomes: z.partialRecord(outcomeKind, z.int()),
          errors: z.partialRecord(errorKind, z.int()),
          p50Ms: z.number().openapi({ description: 'Half of the runs took no longer. Milliseconds, two digits.' }),
          p95Ms: z.number().openapi({ description: '95 of 100 runs took no longer. Milliseconds, two digits.' }),
        }),
      )
      .readonly()
      .openapi({ description: 'Steps without a run are left out.' }),
  })
  .openapi('Series')

const showSeries = createRoute({
  operationId: 'showSeries',
  method: 'get',
  path: '/companies/{company}/series',
  summary: 'How many runs ended how, and how long they took',
  tags: ['Look'],
  request: { params: companyPath, query: z.object({ span: z.enum(['hour', 'day', 'month']).default('day') }) },
  responses: answers(series, 'Steps of a minute, of a quarter of an hour, or of a day.'),
})

/** The journal. */
export function addHistory(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRuns, async (context) => {
    const { limit, after, ...wanted } = context.req.valid('query')
    const found = await context.get('sync').history(given(wanted), given({ limit, after }))
    return found.isOk() ? context.json(found.value, 200) : failed(context, found.error)
  })
  api.openapi(showSeries, async (context) => {
    const { company, internals } = context.get('sync')
    const { bucketMs, buckets } = SPANS[context.req.valid('query').span]
    const to = internals.clock.now()
    const span = { from: to - bucketMs * buckets, to, bucketMs }
    const found = await internals.store.journal.series(company, span)
    return found.isOk() ? context.json({ ...span, items: found.value }, 200) : failed(context, found.error)
  })
}
