import { err, ok } from 'neverthrow'
import type { SiaghIds, SyncInternals } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import { createContactTable, doubtContacts, readContacts, type ContactTable } from '@siagh-sync/sync-core/matching'
import type { KnownMappings } from './known-mappings'
import type { ReconcileEvent } from './reconcile-events'

const READINGS = 2

/**
 * Reads the contacts of Siagh. A list that lacks many mapped contacts is not believed. It is read again, and then the
 * reconcile fails, because it would report existing contacts as gone.
 */
export async function* readContactTable(
  context: SyncInternals,
  mappings: KnownMappings,
  signal: AbortSignal | undefined,
): Work<ReconcileEvent, ContactTable> {
  for (let reading = 1; ; reading += 1) {
    const contacts = yield* readOnce(context, signal)
    if (contacts.isErr() || signal?.aborted) return contacts
    const doubt = doubtContacts(contacts.value, mappedContacts(mappings), context.rules)
    if (!doubt) return contacts
    if (reading === READINGS) return err(doubt)
  }
}

function mappedContacts(mappings: KnownMappings): readonly SiaghIds[] {
  const mapped: SiaghIds[] = []
  for (const { siagh } of mappings.rows()) if (siagh) mapped.push(siagh)
  return mapped
}

async function* readOnce(context: SyncInternals, signal: AbortSignal | undefined): Work<ReconcileEvent, ContactTable> {
  const contacts = createContactTable()
  const pace = createPace(context.clock)
  const progress = () => ({ kind: 'progress', phase: 'reading-siagh', progress: pace.at(contacts.length()) }) as const
  for await (const batch of readContacts(context, contacts.addUnreadable)) {
    if (batch.isErr()) return err(batch.error)
    for (const row of batch.value) contacts.add(row)
    if (pace.isDue()) yield progress()
    if (signal?.aborted) break
  }
  yield progress()
  return ok(contacts)
}
