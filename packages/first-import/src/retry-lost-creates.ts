import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import { inParallel, pause } from '@siagh-sync/sync-core/long-work'
import { foldId } from '@siagh-sync/sync-core/matching'
import { findMade, type FoundMade } from './find-made'
import { isStopped, type Job } from './job'
import { linkMade } from './link-found'
import { makeIdentity } from './make-identity'
import type { Sides } from './sides'
import { settled, type Settling, type Unknown } from './contact-result'
import type { ImportedContact, ImportStep } from './import-events'
import { tellContact, tellUnreadable, tellWithSuspicions } from './tell-contact'

/** How often it is looked for, and sent again where it is not found. */
const ROUNDS = 3

/**
 * Settles the contacts for which an identity may have been made: waits until what is on its way must have arrived, looks for all of
 * them, links what was made and sends the rest once more. What is open at the end has failed. Nothing is sent once more while the CRM does
 * not show yet what this import has made, or lists somebody whom it does not show and did not list before.
 */
export async function* makeUp(
  job: Job,
  sides: Sides,
  unknown: readonly Unknown[],
  concurrency: number,
  tell: (contact: ImportedContact) => ImportStep,
): AsyncGenerator<ImportStep, Result<void, SyncError>> {
  let open = unknown
  for (let round = 0; open.length > 0 && round < ROUNDS; round += 1) {
    await untilArrived(job, open)
    if (isStopped(job)) break
    const made = await findMade(
      job,
      open.map(({ unknown: number }) => sides.contacts.at(number).RecordId),
    )
    if (made.isErr()) return err(made.error)
    const found = { ...made.value, unreadable: made.value.unreadable.filter(({ id }) => isNew(sides, id)) }
    const left = new Set(open)
    const settle = async (one: Unknown) => ({ one, end: await settleUnknown(job, sides, one, found) })
    for await (const { one, end } of inParallel(open, concurrency, settle, () => isStopped(job))) {
      if (end.isErr()) return err(end.error)
      if (end.value === 'left') continue
      left.delete(one)
      if ('unknown' in end.value) left.add(end.value)
      else yield tell(end.value.contact)
    }
    open = [...left]
  }
  for (const { unknown: number, error } of open) {
    yield tell({ ...tellContact(sides, sides.contacts.at(number)), action: 'failed', error })
  }
  return ok(undefined)
}

function untilArrived({ context: { clock, rules }, options }: Job, open: readonly Unknown[]): Promise<void> {
  const last = Math.max(...open.map(({ at }) => at))
  return pause(clock, Math.max(0, last + rules.retry.afterUnknownWriteMs - clock.now()), options.signal)
}

function isNew({ unreadable, mappings }: Sides, id: string): boolean {
  return !unreadable.has(id) && !mappings.isUnreadMapped(id)
}

async function settleUnknown(job: Job, sides: Sides, one: Unknown, { made, unreadable, lags }: FoundMade): Settling {
  const { unknown: number } = one
  const row = sides.contacts.at(number)
  const ids = made.get(foldId(row.RecordId))
  if (ids) return linkMade(job, sides, number, ids)
  if (lags) return ok(one)
  if (unreadable.length === 0) return makeIdentity(job, sides, number)
  const candidates = tellUnreadable(unreadable)
  return settled({
    ...tellWithSuspicions(sides, row),
    action: 'undecided',
    reason: 'identity_unreadable',
    candidates,
  })
}
