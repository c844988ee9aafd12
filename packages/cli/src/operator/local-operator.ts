import type { Opened } from '@siagh-sync/service'
import { saidBy } from '@siagh-sync/sync-core/messages'
import type { Outcome, SyncError } from '@siagh-sync/sync-core'
import type { Result, ResultAsync } from 'neverthrow'
import { failureOf, type Failure } from '../failure'
import type { Operator, ShownWrite } from './operator'

/** Works on the store that the configuration names. */
export function localOperator({ sync, storePlace }: Pick<Opened, 'sync' | 'storePlace'>): Operator {
  return {
    place: storePlace,
    status: () => said(sync.status()),
    failures: (filter, page) => said(sync.failures(filter, page)),
    retry: (record) => said(sync.retry(record)),
    retryAll: (filter) => said(sync.retryAll(filter)),
    inDoubt: (page) => said(sync.inDoubt(page)),
    settleInDoubt: (record, verdict) => said(sync.settleInDoubt(record, verdict)),
    held: (page) => said(sync.held({}, page)),
    heldChange: (record) => said(sync.internals.store.heldChanges.read({ company: sync.company, ...record })),
    showHeld: (record) =>
      said(sync.showHeld(record)).map(({ result, ...shown }) => ({
        ...shown,
        end: endOf(result),
      })),
    release: (record, seen) => said(sync.release(record, { seen })),
    releaseAll: (filter) => said(sync.releaseAll(filter)),
    refuse: (record, seen) => said(sync.refuse(record, { seen })),
    history: (filter, page) => said(sync.history(filter, page)),
  }
}

function endOf(result: Result<Outcome, SyncError>): ShownWrite['end'] {
  if (result.isOk()) return { outcome: result.value.outcome }
  return { error: result.error.kind, message: saidBy(result.error).message }
}

function said<T>(answer: ResultAsync<T, SyncError>): ResultAsync<T, Failure> {
  return answer.mapErr(failureOf)
}
