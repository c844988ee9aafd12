import { err, ok, type Result } from 'neverthrow'
import type { Sync, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { eventsOf, type Work } from '@siagh-sync/sync-core/long-work'
import { confirmAll, reportInDoubt } from './confirm-all'
import { duplicateContacts } from './find-duplicates'
import { createDriftCounts } from './drift-counts'
import { lookOnce } from './first-look'
import { readKnownMappings } from './known-mappings'
import { readContactTable } from './read-contact-table'
import type { ReconcileOptions, ReconcileEvent } from './reconcile-events'

/**
 * Compares both systems and reports where they differ. Both are kept in memory, hundreds of thousands of records
 * each. A record that differs is examined again before it is reported, so that a change during the reading is no
 * difference. A record that waits in the inbox is no difference either. Writes nothing, except for the notes of a
 * repair. An error is the last item.
 *
 * @example
 * for await (const event of reconcile(sync)) {
 *   if (event.isErr()) console.error(event.error.message)
 *   else if (event.value.kind === 'drift') console.log(event.value.drift)
 * }
 */
export function reconcile(
  { internals: context }: Sync,
  options: ReconcileOptions = {},
): AsyncIterable<Result<ReconcileEvent, SyncError>> {
  return eventsOf(() => compareAll(context, options))
}

async function* compareAll(context: SyncInternals, options: ReconcileOptions): Work<ReconcileEvent> {
  const counts = createDriftCounts()
  const { signal } = options
  const confirmed = await context.claim.confirmServers()
  if (confirmed.isErr()) return err(confirmed.error)
  const known = await readKnownMappings(context)
  if (known.isErr()) return err(known.error)
  const contacts = yield* readContactTable(context, known.value, signal)
  if (contacts.isErr()) return err(contacts.error)
  // The mappings are read again after the contacts: a contact that was created meanwhile is mapped.
  const mappings = await readKnownMappings(context)
  if (mappings.isErr()) return err(mappings.error)
  const first = yield* lookOnce(context, contacts.value, mappings.value, counts, signal)
  if (first.isErr()) return err(first.error)

  const { suspects, sharers } = first.value
  if (suspects.length > 0 && !signal?.aborted) {
    const confirmed = yield* confirmAll(context, { suspects, mappings: mappings.value, counts, ...options })
    if (confirmed.isErr()) return confirmed
  }
  if (!signal?.aborted) {
    for (const drift of sharers.drifts()) yield counts.count(drift)
    for (const drift of duplicateContacts(contacts.value, context.rules)) yield counts.count(drift)
    const doubts = yield* reportInDoubt(context, counts)
    if (doubts.isErr()) return doubts
  }
  const complete = !signal?.aborted
  yield { kind: 'finished', report: { ...counts.report(), complete, contacts: contacts.value.length() } }
  return ok(undefined)
}
