import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Mapping } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import { answers, failed } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { entry, heldChange, instant, orNull, recordKey, recordPath, siaghIds } from '../kit/schemas'
import { spokenEntry } from '../kit/spoken'

const mapping = z
  .object({
    state: z.enum(['intent', 'linked', 'in_doubt']).openapi({
      description:
        '`intent`: a write was about to be sent, and its end is not known. `in_doubt`: an operator has to say what Siagh has.',
    }),
    siagh: siaghIds.optional(),
    updatedAt: instant,
  })
  .openapi('Mapping')

const known = z
  .object({
    key: recordKey,
    entry: orNull(entry).openapi({ description: 'Null: nothing was noted about the record, or it was purged.' }),
    mapping: orNull(mapping).openapi({ description: 'Null: the record was never brought into Siagh.' }),
    held: orNull(heldChange),
  })
  .openapi('KnownRecord')

const showRecord = createRoute({
  operationId: 'showRecord',
  method: 'get',
  path: '/companies/{company}/records/{kind}/{id}',
  summary: 'Everything that the store has about a record',
  description: 'Asks neither the CRM nor Siagh. The runs of the record are in the history.',
  tags: ['Look'],
  request: { params: recordPath },
  responses: answers(known, 'What is known of the record. All parts are null if nothing is.'),
})

/** What the store has about a record. */
export function addRecords(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(showRecord, async (context) => {
    const { company, internals } = context.get('sync')
    const { kind, id } = context.req.valid('param')
    const key = { company, kind, id }
    const { inbox, mappings, heldChanges } = internals.store
    const read = await ResultAsync.combine([inbox.read(key), mappings.get(key), heldChanges.read(key)])
    if (read.isErr()) return failed(context, read.error)
    const [noted, mapped, held] = read.value
    const language = context.get('language')
    const found = {
      key,
      entry: noted && spokenEntry(noted, language),
      mapping: mapped && shownMapping(mapped),
      held,
    }
    return context.json(found, 200)
  })
}

function shownMapping({ state, siagh, updatedAt }: Mapping) {
  return { state, ...(siagh && { siagh }), updatedAt }
}
