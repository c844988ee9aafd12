import { okAsync, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { noteAndRing } from '../receive/note-and-ring'
import type { RecordKey } from '../types'

/** Notes a dead letter anew: it gets all its attempts again. */
export function retry(context: SyncContext, key: RecordKey): ResultAsync<'retried' | 'not_failed', StoreUnavailable> {
  return context.store.inbox.read(key).andThen((entry) => {
    if (entry?.state !== 'failed') return okAsync<'retried' | 'not_failed', StoreUnavailable>('not_failed')
    const { event, type } = entry
    return noteAndRing(context, { key, event, trigger: 'operator', ...(type && { type }) }).map(
      () => 'retried' as const,
    )
  })
}
