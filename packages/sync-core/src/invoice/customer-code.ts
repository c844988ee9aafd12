import { err, errAsync, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { startJournaledRun } from '../run/start-run'
import { withLease } from '../run/with-lease'
import { syncIdentity } from '../identity/sync-identity'
import { normalizeId } from '../key'
import type { Mapping } from '../ports/store'
import { noteRevisit } from '../receive/note-and-ring'
import type { RecordKey } from '../types'

/** The `Code` of a document's customer. A customer who is not in Siagh yet is brought there first, in a run of its own. */
export function customerCode(run: Run, document: Invoice | Quote): ResultAsync<number, SyncError> {
  const id = normalizeId(document.identityId ?? '')
  if (!id) {
    const given = Boolean(document.identityId)
    return errAsync(wrongCustomer(given ? "the customer's id is not a GUID" : 'the document has no customer'))
  }
  const key: RecordKey = { company: run.company, kind: 'identity', id }
  return safeTry(async function* () {
    const mapping = yield* run.store.mappings.get(key)
    const code = codeOf(mapping) ?? (yield* syncCustomer(run, key))
    return ok(code)
  })
}

function syncCustomer(run: Run, key: RecordKey): ResultAsync<number, SyncError> {
  const { context, trigger } = run
  return safeTry(async function* () {
    const { result, calls, revisitAt } = yield* withLease(context, key, (hold) =>
      startJournaledRun(context, hold, { trigger, attempt: 1 }, (customerRun) => syncIdentity(customerRun, {})),
    )
    run.nested.push(...calls)
    yield* noteRevisit(context, key, revisitAt)
    const outcome = yield* result.mapErr((error) => customerError(key, error))
    return outcome.siagh && outcome.outcome !== 'gone' ? ok(Number(outcome.siagh.code)) : err(notInCrm(key))
  })
}

function codeOf(mapping: Mapping | null): number | undefined {
  return mapping?.state === 'linked' && mapping.siagh ? Number(mapping.siagh.code) : undefined
}

/** A document's failure that is really its customer's says so. */
function customerError(key: RecordKey, error: SyncError): SyncError {
  if (error.kind === 'not_found' && error.system === 'crm') return notInCrm(key)
  return { ...error, message: `the document's customer: ${error.message}` }
}

function notInCrm({ id }: RecordKey): SyncError {
  return wrongCustomer(`customer ${id} is not in the CRM`)
}

function wrongCustomer(message: string): SyncError {
  return { kind: 'invalid_data', retryable: false, message, issues: [{ path: 'identityId', message }] }
}
