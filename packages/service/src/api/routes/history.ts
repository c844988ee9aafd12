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

/** The journal. */
export function addHistory(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRuns, async (context) => {
    const { limit, after, ...wanted } = context.req.valid('query')
    const found = await context.get('sync').history(given(wanted), given({ limit, after }))
    return found.isOk() ? context.json(found.value, 200) : failed(context, found.error)
  })
}
