import { err, ok, type Result } from 'neverthrow'
import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import { pause } from '@siagh-sync/sync-core/long-work'
import { foldId, normalizeId, readEitherType, readIdentities } from '@siagh-sync/sync-core/matching'
import { isStopped, patiently, type Job } from './job'

/** What was found of the identities that may have been made. */
export interface FoundMade {
  /** The identities that carry one of the `RecordId`s in `refId`, by `foldId`. */
  readonly made: ReadonlyMap<string, readonly [string, ...string[]]>
  /** Any of these may be one of them. */
  readonly unreadable: readonly UnreadableIdentity[]
  /** `true`: the CRM does not show yet what this import has made, so that whom it does not show proves nothing. */
  readonly lags: boolean
}

/** How often a CRM is read that does not show yet what was made before. */
const READINGS = 3

/**
 * Looks for the identities that carry one of these `RecordId`s in `refId`; finds some of them where the signal has ended the reading. The
 * whole CRM is read for all of them together: that a search by `RefId` finds what was just made has never been seen, and its silence would
 * make a second one.
 */
export async function findMade(job: Job, recordIds: readonly string[]): Promise<Result<FoundMade, SyncError>> {
  const { clock, rules } = job.context
  const wanted = new Set(recordIds.map(foldId))
  for (let reading = 1; ; reading += 1) {
    const found = await patiently(job, () => readOnce(job, wanted))
    if (found.isErr() || isStopped(job) || found.value.isLastThere) return found.map(toFound(false))
    const lags = await isThere(job)
    if (lags.isErr()) return err(lags.error)
    if (!lags.value || reading === READINGS) return ok(toFound(lags.value)(found.value))
    await pause(clock, rules.retry.afterUnknownWriteMs, job.options.signal)
  }
}

interface Read extends Omit<FoundMade, 'lags'> {
  /** Whether the identity that this import has made last is among them; `true` where it has made none. */
  readonly isLastThere: boolean
}

const toFound =
  (lags: boolean) =>
  ({ made, unreadable }: Read): FoundMade => ({ made, unreadable, lags })

/** Whether the CRM has the identity that was made last. */
async function isThere(job: Job): Promise<Result<boolean, SyncError>> {
  const { id } = job.last
  if (id === undefined) return ok(false)
  const read = await patiently(job, () => readEitherType(job.context.crm, id))
  return read.map((answer) => answer.is === 'found' || (answer.is === 'unreadable' && !answer.mayBeMissing))
}

async function readOnce(job: Job, wanted: ReadonlySet<string>): Promise<Result<Read, SyncError>> {
  const made = new Map<string, [string, ...string[]]>()
  const unreadable: UnreadableIdentity[] = []
  const last = job.last.id
  let isLastThere = last === undefined
  const { signal } = job.options
  for await (const page of readIdentities(job.context, signal ? { signal } : {})) {
    if (page.isErr()) return err(page.error)
    unreadable.push(...page.value.unreadable)
    for (const { identity } of page.value.identities) {
      const id = normalizeId(identity.crmId) ?? identity.crmId
      if (id === last) isLastThere = true
      const key = foldId(identity.refId ?? '')
      const others = made.get(key)
      if (others) others.push(id)
      else if (wanted.has(key)) made.set(key, [id])
    }
  }
  return ok({ made, unreadable, isLastThere: isLastThere || unreadable.some(({ id }) => id === last) })
}
