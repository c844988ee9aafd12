import { err, ok, type Result } from 'neverthrow'
import type { Sync, SyncError } from '@siagh-sync/sync-core'
import { containSteps, createPace, pause, takeLease, type TakenLease } from '@siagh-sync/sync-core/long-work'
import { importAll } from './import-all'
import { isStopped, progressOf, type Job } from './job'
import { createRefIdProof } from './ref-id-proof'
import type { ImportOptions, ImportStep } from './import-events'
import { createTally } from './import-report'

type Steps = AsyncGenerator<Result<ImportStep, SyncError>>

/** Brings the contacts of Siagh into the CRM, one import of a company at a time. See `Sync.importContacts`. */
export function importContacts(
  { internals: context }: Sync,
  options: ImportOptions = {},
): AsyncIterable<Result<ImportStep, SyncError>> {
  const { concurrency = 1 } = options
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new RangeError('importContacts needs a whole number above 0 as `concurrency`')
  }
  return containSteps(() =>
    start({ context, calls: context, options, open: new Set(), proof: createRefIdProof(context), last: {} }),
  )
}

async function* start(job: Job): Steps {
  const confirmed = await job.context.claim.confirmServers()
  if (confirmed.isErr()) {
    yield err(confirmed.error)
    return
  }
  if (job.options.dryRun) {
    yield* spoken(importAll(job))
    return
  }
  const lease = yield* waitForLease(job)
  if (lease.isErr()) yield err(lease.error)
  else if (lease.value === null) yield ok(endedWaiting())
  else yield* underLease(job, lease.value)
}

/**
 * The lease is given back only when nothing is under way any more. While a create of unknown end may still arrive it is let run out, as
 * it is after a crash: whoever has it next finds in the CRM whatever was sent under it.
 */
async function* underLease(job: Job, lease: TakenLease): Steps {
  try {
    yield* spoken(importAll({ ...job, lease }))
  } finally {
    if (job.open.size === 0) await lease.giveBack()
    else lease.letRunOut()
  }
}

async function* spoken(steps: ReturnType<typeof importAll>): Steps {
  try {
    for (;;) {
      const next = await steps.next()
      if (!next.done) yield ok(next.value)
      else {
        if (next.value.isErr()) yield err(next.value.error)
        return
      }
    }
  } finally {
    // A caller who listens no more ends the import as the signal does: what is under way comes to its end first.
    await steps.return(ok(undefined))
  }
}

const TRY_AGAIN_MS = 1_000

/** `null`: the signal ended the waiting. */
async function* waitForLease(
  job: Job,
): AsyncGenerator<Result<ImportStep, SyncError>, Result<TakenLease | null, SyncError>> {
  const { context, options } = job
  const pace = createPace(context.clock)
  for (;;) {
    if (isStopped(job)) return ok(null)
    const lease = await takeLease(context, { company: context.company, kind: 'identity', id: 'import' })
    if (lease.isErr() || lease.value) return lease
    yield ok(progressOf('waiting', pace.at(0)))
    await pause(context.clock, TRY_AGAIN_MS, options.signal)
  }
}

function endedWaiting(): ImportStep {
  const read = { crm: 'not', siagh: 'not' } as const
  const counts = { contacts: 0, identities: 0, unreadable: 0 }
  const rest = { dryRun: false, complete: false, read, ...counts, readBy: 'find' as const }
  return { kind: 'finished', report: createTally().report(rest) }
}
