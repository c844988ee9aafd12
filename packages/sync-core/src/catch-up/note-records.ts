import { ResultAsync } from 'neverthrow'
import type { NotingContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { normalizeId } from '../key'
import { noteAndEnqueue } from '../receive/note-and-enqueue'
import { entityOf, type NotedKind } from './catch-up-report'

/**
 * Notes a page of records at once, as if their webhooks came now. A store can then write them to disk together. Done
 * when all are noted. If one fails, some others may be noted. A record with an id that is no GUID is left out,
 * because a webhook cannot name it either.
 */
export function noteRecords(
  context: NotingContext,
  kind: NotedKind,
  records: readonly { readonly id: string }[],
): ResultAsync<void, StoreUnavailable> {
  // A hint: the type under which `find` has shown the record.
  const type = kind === 'person' || kind === 'organization' ? { type: kind } : {}
  const notes = records.flatMap((record) => {
    const id = normalizeId(record.id)
    if (!id) return []
    const key = { company: context.company, kind: entityOf(kind), id }
    return [noteAndEnqueue(context, { key, event: 'update', trigger: 'catch-up', ...type })]
  })
  return ResultAsync.combine(notes).map(() => undefined)
}
