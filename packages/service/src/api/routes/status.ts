import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { answers, failed } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { companyPath, instant } from '../kit/schemas'

const status = z
  .object({
    company: z.string(),
    pending: z.int().openapi({ description: 'Noted changes that are not handled yet.' }),
    oldestPendingAt: instant.optional(),
    held: z.int().openapi({ description: 'Writes that wait until an operator releases or refuses them.' }),
    mode: z.enum(['live', 'shadow']).openapi({ description: '`shadow`: nothing is written.' }),
    hold: z.enum(['none', 'some', 'all']).openapi({ description: 'Which writes wait for an operator.' }),
    failed: z.int().openapi({ description: 'Failures, including documents in doubt.' }),
    inDoubt: z.int(),
    unreadableContacts: z.int().openapi({ description: "Rows of Siagh's contact list that could not be read." }),
    running: z.int().openapi({ description: 'Runs under way in the process that answers.' }),
    away: z
      .array(z.object({ system: z.enum(['siagh', 'crm']), until: instant }))
      .readonly()
      .openapi({ description: 'Servers that do not answer, and when they are tried again.' }),
  })
  .openapi('Status')

const showStatus = createRoute({
  operationId: 'showStatus',
  method: 'get',
  path: '/companies/{company}/status',
  summary: 'How things stand',
  tags: ['Look'],
  request: { params: companyPath },
  responses: answers(status, 'How things stand now.'),
})

/** How things stand. */
export function addStatus(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(showStatus, async (context) => {
    const found = await context.get('sync').status()
    return found.isOk() ? context.json(found.value, 200) : failed(context, found.error)
  })
}
