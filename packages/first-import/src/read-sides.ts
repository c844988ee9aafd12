import type { UnreadableRow } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import { createHashIndex, readContacts, readIdentities } from '@siagh-sync/sync-core/matching'
import { createPace } from '@siagh-sync/sync-core/long-work'
import { createContactRows, type ContactRows } from './contact-rows'
import { createIdentityIndex, type IdentityIndex } from './identity-index'
import { breathe, isOutage, isStopped, progressOf, waitForServer, type Job } from './job'
import type { ImportReport, ImportStep, ReadState } from './import-events'

/** The CRM as it was read. */
export interface ReadCrm {
  readonly identities: IdentityIndex
  /** Listed, and shown neither as a person nor as an organization. */
  readonly unreadable: readonly UnreadableIdentity[]
  readonly readBy: ImportReport['readBy']
  readonly state: ReadState
}

/** The contacts of Siagh as they were read. */
export interface ReadSiagh {
  readonly contacts: ContactRows
  /** Rows that cannot be read: left out, and told in the log. */
  readonly unreadable: readonly UnreadableRow[]
  readonly state: ReadState
}

type Reading<T> = AsyncGenerator<ImportStep, Result<T, SyncError>>

/** Reads all identities, anew after an outage. What the signal ends is returned as far as it is. */
export async function* readCrm(job: Job): Reading<ReadCrm> {
  const { context, options } = job
  const pace = createPace(context.clock)
  for (let failures = 0; ;) {
    const identities = createIdentityIndex(context.rules)
    const unreadable: UnreadableIdentity[] = []
    let readBy: ImportReport['readBy'] = 'find'
    let total: number | undefined
    let failure: SyncError | undefined
    for await (const page of readIdentities(context, options.signal ? { signal: options.signal } : {})) {
      if (page.isErr()) failure = page.error
      else {
        for (const identity of page.value.identities) identities.add(identity)
        unreadable.push(...page.value.unreadable)
        if (page.value.by === 'search') readBy = 'search'
        total = page.value.total
        if (pace.isDue()) yield progressOf('reading-crm', pace.at(identities.length(), total))
      }
    }
    const state = stateOf(job, identities.length())
    yield progressOf('reading-crm', pace.at(identities.length(), failure ? total : identities.length()))
    if (!failure || isStopped(job)) return ok({ identities, unreadable, readBy, state })
    if (!isOutage(failure)) return err(failure)
    await waitForServer(job, failure, (failures += 1))
    if (isStopped(job)) return ok({ identities, unreadable, readBy, state: stateOf(job, identities.length()) })
  }
}

/** Reads all contacts, anew after an outage. What the signal ends is returned as far as it is. */
export async function* readSiagh(job: Job): Reading<ReadSiagh> {
  const { context } = job
  const pace = createPace(context.clock)
  for (let failures = 0; ;) {
    const contacts = createContactRows(context.rules)
    const unreadable: UnreadableRow[] = []
    if (isStopped(job)) return ok({ contacts, unreadable, state: 'not' })
    const codes = createHashIndex()
    let failure: SyncError | undefined
    for await (const batch of readContacts(context, (row) => unreadable.push(row))) {
      if (batch.isErr()) failure = batch.error
      else {
        for (const [index, row] of batch.value.entries()) {
          // A contact that is listed twice is one.
          if (codes.of(String(row.Code)).length === 0) contacts.add(row)
          codes.add(String(row.Code), 0)
          if (index % 500 === 499) await breathe()
          if (pace.isDue()) yield progressOf('reading-siagh', pace.at(contacts.length()))
        }
      }
      if (isStopped(job)) break
    }
    const state = stateOf(job, contacts.length())
    yield progressOf('reading-siagh', pace.at(contacts.length(), failure ? undefined : contacts.length()))
    if (!failure || isStopped(job)) return ok({ contacts, unreadable, state })
    if (!isOutage(failure)) return err(failure)
    await waitForServer(job, failure, (failures += 1))
  }
}

function stateOf(job: Job, count: number): ReadState {
  if (!isStopped(job)) return 'whole'
  return count > 0 ? 'partly' : 'not'
}
