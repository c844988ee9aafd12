import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import { noteAndEnqueue } from '../receive/note-and-enqueue'
import { inPages } from '../run/in-pages'
import type { EntityKind, RecordKey } from '../types'

/** Notes a dead letter again. It gets all its attempts again. */
export function retry(context: SyncContext, key: RecordKey): ResultAsync<'retried' | 'not_failed', StoreUnavailable> {
  return context.store.inbox.read(key).andThen((entry) => {
    if (entry?.state !== 'failed') return okAsync<'retried' | 'not_failed', StoreUnavailable>('not_failed')
    const { event, type } = entry
    return noteAndEnqueue(context, { key, event, trigger: 'operator', ...(type && { type }) }).map(
      () => 'retried' as const,
    )
  })
}

const PAGE = 200

/** Notes every dead letter again that exists when this begins. */
export function retryAll(
  context: SyncContext,
  filter: { readonly kind?: EntityKind; readonly error?: SyncErrorKind },
): ResultAsync<{ readonly retried: number }, StoreUnavailable> {
  const { store, company } = context
  return safeTry(async function* () {
    const keys: RecordKey[] = []
    for await (const page of inPages(PAGE, (request) => store.inbox.failures(company, filter, request))) {
      keys.push(...(yield* page).map((entry) => entry.key))
    }

    let retried = 0
    for (const key of keys) retried += (yield* retry(context, key)) === 'retried' ? 1 : 0
    return ok({ retried })
  })
}
