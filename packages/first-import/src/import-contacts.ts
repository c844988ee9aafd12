import { err, ok, type Result } from 'neverthrow'
import type { Sync, SyncError } from '@siagh-sync/sync-core'
import { createPace, eventsOf, pause, takeLease, type TakenLease, type Work } from '@siagh-sync/sync-core/long-work'
import { worded } from '@siagh-sync/sync-core/messages'
import { importAll } from './import-all'
import type { ImportEvent, ImportOptions } from './import-events'
import { createImportCounts } from './import-report'
import { isStopped, progressOf, type Job } from './job'
import { createRefIdProof } from './ref-id-proof'

/**
 * Brings the contacts of Siagh into the CRM. Links those that are in the CRM, and creates the others with the
 * `RecordId` as `refId`. If it is stopped or killed at any point and called again, it creates no second identity. One
 * import of a company runs at a time; another one waits. An error is the last item. Throws if an option is wrong.
 *
 * @example
 * for await (const event of importContacts(sync, { dryRun: true })) {
 *   if (event.isErr()) console.error(event.error.message)
 *   else if (event.value.kind === 'finished') console.log(event.value.report)
 * }
 */
export function importContacts(
  { internals: context }: Sync,
  options: ImportOptions = {},
): AsyncIterable<Result<ImportEvent, SyncError>> {
  const { concurrency = 1 } = options
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new RangeError('importContacts needs a whole number above 0 as `concurrency`')
  }
  return eventsOf(() =>
    start({ context, calls: context, options, open: new Set(), proof: createRefIdProof(context), last: {} }),
  )
}

async function* start(job: Job): Work<ImportEvent> {
  const confirmed = await job.context.claim.confirmServers()
  if (confirmed.isErr()) return confirmed
  if (job.options.dryRun) return yield* importAll(job)
  if (job.context.mode === 'shadow') return err(onlyDry())
  const lease = yield* waitForLease(job)
  if (lease.isErr()) return lease.map(() => undefined)
  if (lease.value) return yield* underLease(job, lease.value)
  yield endedWaiting()
  return ok(undefined)
}

function onlyDry(): SyncError {
  return { kind: 'held', retryable: false, reason: 'shadow', ...worded('shadow_imports_dry') }
}

/**
 * The lease is given back only when nothing is under way. While a create of unknown end may still arrive, the lease
 * runs out by itself, as after a crash. So the next import finds everything in the CRM that was sent under this
 * lease.
 */
async function* underLease(job: Job, lease: TakenLease): Work<ImportEvent> {
  try {
    return yield* importAll({ ...job, lease })
  } finally {
    if (job.open.size === 0) await lease.giveBack()
    else lease.letRunOut()
  }
}

const TRY_AGAIN_MS = 1_000

/** Waits for the lease. `null`: the signal ended the wait. */
async function* waitForLease(job: Job): Work<ImportEvent, TakenLease | null> {
  const { context, options } = job
  const pace = createPace(context.clock)
  for (;;) {
    if (isStopped(job)) return ok(null)
    const lease = await takeLease(context, { company: context.company, kind: 'identity', id: 'import' })
    if (lease.isErr() || lease.value) return lease
    yield progressOf('waiting', pace.at(0))
    await pause(context.clock, TRY_AGAIN_MS, options.signal)
  }
}

function endedWaiting(): ImportEvent {
  const read = { crm: 'not', siagh: 'not' } as const
  const sizes = { contacts: 0, identities: 0, unreadable: 0 }
  const rest = { dryRun: false, complete: false, read, ...sizes, readBy: 'find' as const }
  return { kind: 'finished', report: createImportCounts().report(rest) }
}
