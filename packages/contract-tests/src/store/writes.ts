import { randomUUID } from 'node:crypto'
import type {
  ChangedInbox,
  FinishRun,
  InboxChange,
  JournalEntry,
  Lease,
  Store,
  StoredError,
  StoreUnavailable,
} from '@siagh-sync/sync-core'
import { errAsync, type ResultAsync } from 'neverthrow'

type StoreResult<T> = ResultAsync<T, StoreUnavailable>
type Failure = { readonly attempts: number; readonly dueAt: number; readonly error: StoredError }

/** Settles the entry, and keeps the lease. */
export const settle = (store: Store, lease: Lease, generation: number, dueAt: number) =>
  changeInbox(store, lease, { do: 'settle', generation, dueAt })

/** Postpones the entry, and keeps the lease. */
export const postpone = (store: Store, lease: Lease, failure: Failure) =>
  changeInbox(store, lease, { do: 'postpone', ...failure })

/** Makes the entry a dead letter, and keeps the lease. */
export const bury = (store: Store, lease: Lease, generation: number, failure: Failure) =>
  changeInbox(store, lease, { do: 'bury', generation, ...failure })

/** Removes the mapping, and keeps the lease. */
export const remove = (store: Store, lease: Lease, expectedVersion: number): StoreResult<string> =>
  store
    .finish(lease, { mapping: { draft: null, expectedVersion }, keepLease: true })
    .map(({ status }) => (status === 'finished' ? 'removed' : status))

/** Adds to the journal, under the lease of another record, as if a run had ended. */
export function append(store: Store, entry: JournalEntry): StoreResult<void> {
  return store.begin({ ...entry.key, id: randomUUID() }, 60_000).andThen((begun) => {
    if (begun === null) return errAsync(heldBySomebody)
    return store.finish(begun.lease, { journal: entry }).map(() => undefined)
  })
}

const heldBySomebody: StoreUnavailable = {
  kind: 'store_unavailable',
  retryable: true,
  message: 'somebody has the lease',
}

function changeInbox(
  store: Store,
  lease: Lease,
  inbox: InboxChange,
): StoreResult<ChangedInbox | FinishRun['status'] | undefined> {
  return store
    .finish(lease, { inbox, keepLease: true })
    .map((end) => (end.status === 'finished' ? end.inbox : end.status))
}
