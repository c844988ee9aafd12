import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { NotingContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { FailureFilter } from '../ports/store'
import { noteAndEnqueue } from '../receive/note-and-enqueue'
import { inPages } from '../run/in-pages'
import type { RecordKey } from '../types'
import { actionEntry } from './action-entry'

/**
 * Notes a dead letter again. It gets all its attempts again. The journal entry comes first: if something interrupts
 * this function, an entry without an attempt may be left, and never an attempt without the name of the person.
 */
export function retry(
  context: NotingContext,
  key: RecordKey,
  by: string | undefined,
): ResultAsync<'retried' | 'not_failed', StoreUnavailable> {
  const { inbox, journal } = context.store
  return inbox.read(key).andThen((entry) => {
    if (entry?.state !== 'failed') return okAsync<'retried' | 'not_failed', StoreUnavailable>('not_failed')
    const { event, type } = entry
    return journal
      .add(actionEntry(context, key, 'retried', by))
      .andThen(() => noteAndEnqueue(context, { key, event, trigger: 'operator', ...(type && { type }) }))
      .map(() => 'retried' as const)
  })
}

const PAGE = 200

/** Notes every dead letter again that exists when this begins. */
export function retryAll(
  context: NotingContext,
  filter: FailureFilter,
  by: string | undefined,
): ResultAsync<{ readonly retried: number }, StoreUnavailable> {
  const { store, company } = context
  return safeTry(async function* () {
    const keys: RecordKey[] = []
    for await (const page of inPages(PAGE, (request) => store.inbox.failures(company, filter, request))) {
      keys.push(...(yield* page).map((entry) => entry.key))
    }

    let retried = 0
    for (const key of keys) retried += (yield* retry(context, key, by)) === 'retried' ? 1 : 0
    return ok({ retried })
  })
}
