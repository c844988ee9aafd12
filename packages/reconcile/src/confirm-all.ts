import { err, ok } from 'neverthrow'
import type { SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { allInDoubt, contain, createPace, inParallel, type Work } from '@siagh-sync/sync-core/long-work'
import { indexAlike } from './alike-contacts'
import { confirmDrift, type Suspect } from './confirm-drift'
import type { DriftCounts } from './drift-counts'
import type { KnownMappings } from './known-mappings'
import { readContactTable } from './read-contact-table'
import type { ReconcileEvent } from './reconcile-events'

const CONCURRENCY = 4

/** The records that differed at the first look, and what to do about them. */
export interface Confirmation {
  readonly suspects: readonly Suspect[]
  readonly mappings: KnownMappings
  readonly counts: DriftCounts
  readonly repair?: boolean
  readonly signal?: AbortSignal
}

/** Examines every suspect again, with a list of contacts that is read now, and reports those that still differ. */
export async function* confirmAll(context: SyncInternals, confirmation: Confirmation): Work<ReconcileEvent> {
  const { suspects, mappings, counts, repair = false, signal } = confirmation
  const contacts = yield* readContactTable(context, mappings, signal)
  if (contacts.isErr()) return err(contacts.error)
  const { ownerOf, get: mappingOf } = mappings
  const alike = indexAlike(contacts.value, ownerOf, context.rules)
  const look = { contacts: contacts.value, ownerOf, mappingOf, alike, repair }
  const pace = createPace(context.clock)
  let failure: SyncError | undefined
  let done = 0
  const isOver = () => failure !== undefined || (signal?.aborted ?? false)
  const confirm = (suspect: Suspect) => contain(() => confirmDrift(context, suspect, look))
  const confirmed = inParallel(suspects, CONCURRENCY, confirm, isOver)
  for await (const drift of confirmed) {
    done += 1
    if (drift.isErr()) failure ??= drift.error
    else if (drift.value) yield counts.count(drift.value)
    if (pace.isDue()) yield { kind: 'progress', phase: 'comparing', progress: pace.at(done, suspects.length) }
  }
  return failure ? err(failure) : ok(undefined)
}

/** Reports the documents in doubt. */
export async function* reportInDoubt(context: SyncInternals, counts: DriftCounts): Work<ReconcileEvent> {
  for await (const page of allInDoubt(context)) {
    if (page.isErr()) return err(page.error)
    for (const { kind, id } of page.value)
      yield counts.count({ kind: 'in_doubt', record: { kind, id }, repaired: false })
  }
  return ok(undefined)
}
