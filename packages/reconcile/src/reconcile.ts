import { err, ok, type Result } from 'neverthrow'
import type { Sync, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { containSteps } from '@siagh-sync/sync-core/long-work'
import { confirmAll, tellInDoubt } from './confirm-all'
import { duplicateContacts } from './find-duplicates'
import { lookOnce, readSide, type Steps } from './first-look'
import { readMappingSide } from './mapping-side'
import { createCount } from './count-drift'
import type { ReconcileOptions, ReconcileStep } from './reconcile-events'

/**
 * Compares both sides, in memory for hundreds of thousands of records on each. Whatever does not fit is looked at once more before it is
 * told, so that what changes meanwhile is no drift; nor is what waits in the inbox. Writes nothing, but for the notes of a repair.
 */
export function reconcile(
  { internals: context }: Sync,
  options: ReconcileOptions = {},
): AsyncIterable<Result<ReconcileStep, SyncError>> {
  return containSteps(async function* () {
    const steps = compareAll(context, options)
    let step = await steps.next()
    try {
      for (; !step.done; step = await steps.next()) yield ok(step.value)
    } finally {
      await steps.return(ok(undefined))
    }
    if (step.value.isErr()) yield err(step.value.error)
  })
}

async function* compareAll(context: SyncInternals, options: ReconcileOptions): Steps<void> {
  const count = createCount()
  const { signal } = options
  const confirmed = await context.claim.confirmServers()
  if (confirmed.isErr()) return err(confirmed.error)
  const known = await readMappingSide(context)
  if (known.isErr()) return err(known.error)
  const contacts = yield* readSide(context, known.value, signal)
  if (contacts.isErr()) return err(contacts.error)
  // After the contacts: one that was made meanwhile is mapped.
  const mappings = await readMappingSide(context)
  if (mappings.isErr()) return err(mappings.error)
  const first = yield* lookOnce(context, contacts.value, mappings.value, count, signal)
  if (first.isErr()) return err(first.error)

  const { suspects, sharers } = first.value
  if (suspects.length > 0 && !signal?.aborted) {
    const confirmed = yield* confirmAll(context, { suspects, mappings: mappings.value, count, ...options })
    if (confirmed.isErr()) return confirmed
  }
  if (!signal?.aborted) {
    for (const drift of sharers.drifts()) yield count.tell(drift)
    for (const drift of duplicateContacts(contacts.value, context.rules)) yield count.tell(drift)
    const doubts = yield* tellInDoubt(context, count)
    if (doubts.isErr()) return doubts
  }
  const complete = !signal?.aborted
  yield { kind: 'finished', report: { ...count.report(), complete, contacts: contacts.value.length() } }
  return ok(undefined)
}
