import { err, ok } from 'neverthrow'
import { inParallel, pause, type Work } from '@siagh-sync/sync-core/long-work'
import { foldId } from '@siagh-sync/sync-core/matching'
import { resultOf, type ContactWork, type LostCreate } from './contact-result'
import { candidatesUnreadable, summaryOf, summaryWithSuspicions } from './describe-contact'
import { findMade, type FoundMade } from './find-made'
import type { ImportBasis } from './import-basis'
import type { ImportedContact, ImportEvent } from './import-events'
import { isStopped, type Job } from './job'
import { linkMade } from './link-found'
import { makeIdentity } from './make-identity'

/** How often a lost create is looked for, and sent again if it is not found. */
const ROUNDS = 3

/** The creates with lost answers, and how they are repeated. */
interface Retrying {
  readonly lost: readonly LostCreate[]
  readonly concurrency: number
  /** Counts a contact that is done. */
  readonly count: (contact: ImportedContact) => ImportEvent
}

/**
 * Finds out about the contacts with a create of unknown end. Waits until each create must have arrived, looks for all
 * of them, links the identities that exist, and sends the other creates again. Contacts that are still open at the
 * end have failed. Nothing is sent again while the CRM does not show yet what this import has created, or while it
 * lists a new identity that it does not show.
 */
export async function* retryLostCreates(
  job: Job,
  basis: ImportBasis,
  { lost, concurrency, count }: Retrying,
): Work<ImportEvent> {
  let open = lost
  for (let round = 0; open.length > 0 && round < ROUNDS; round += 1) {
    await untilArrived(job, open)
    if (isStopped(job)) break
    const made = await findMade(
      job,
      open.map(({ lost: number }) => basis.contacts.at(number).RecordId),
    )
    if (made.isErr()) return err(made.error)
    const found = { ...made.value, unreadable: made.value.unreadable.filter(({ id }) => isNew(basis, id)) }
    const left = new Set(open)
    const retry = async (one: LostCreate) => ({ one, end: await retryOne(job, basis, one, found) })
    for await (const { one, end } of inParallel(open, concurrency, retry, () => isStopped(job))) {
      if (end.isErr()) return err(end.error)
      if (end.value === 'left') continue
      left.delete(one)
      if ('lost' in end.value) left.add(end.value)
      else yield count(end.value.contact)
    }
    open = [...left]
  }
  for (const { lost: number, error } of open) {
    yield count({ ...summaryOf(basis, basis.contacts.at(number)), action: 'failed', error })
  }
  return ok(undefined)
}

function untilArrived({ context: { clock, rules }, options }: Job, open: readonly LostCreate[]): Promise<void> {
  const last = Math.max(...open.map(({ at }) => at))
  return pause(clock, Math.max(0, last + rules.retry.afterUnknownWriteMs - clock.now()), options.signal)
}

function isNew({ unreadable, pairs }: ImportBasis, id: string): boolean {
  return !unreadable.has(id) && !pairs.isUnreadMapped(id)
}

async function retryOne(
  job: Job,
  basis: ImportBasis,
  one: LostCreate,
  { made, unreadable, lags }: FoundMade,
): ContactWork {
  const { lost: number } = one
  const row = basis.contacts.at(number)
  const ids = made.get(foldId(row.RecordId))
  if (ids) return linkMade(job, basis, number, ids)
  if (lags) return ok(one)
  if (unreadable.length === 0) return makeIdentity(job, basis, number)
  return resultOf({
    ...summaryWithSuspicions(basis, row),
    action: 'undecided',
    reason: 'identity_unreadable',
    candidates: candidatesUnreadable(unreadable),
  })
}
