import { err, ok, type Result } from 'neverthrow'
import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import { pause } from '@siagh-sync/sync-core/long-work'
import { foldId, normalizeId, readEitherType, readIdentities } from '@siagh-sync/sync-core/matching'
import { isStopped, patiently, type Job } from './job'

/** What was found about the identities that may have been created. */
export interface FoundMade {
  /** The identities that carry one of the `RecordId`s in `refId`, by `foldId`. */
  readonly made: ReadonlyMap<string, readonly [string, ...string[]]>
  /** Each of these may be one of them. */
  readonly unreadable: readonly UnreadableIdentity[]
  /**
   * `true`: the CRM does not show yet what this import has created. So if it does not show an identity, that proves
   * nothing.
   */
  readonly lags: boolean
}

/** How often the CRM is read if it does not show yet what was created before. */
const READINGS = 3

/**
 * Looks for identities with one of these `RecordId`s in `refId`. If the signal ends the reading, only some of them
 * are found. The whole CRM is read once for all of them. Nobody has seen whether a search by `RefId` finds a new
 * identity. If it did not, a second identity would be created.
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
  /** Whether the last identity that this import has created is among them. `true` if it has created none. */
  readonly isLastThere: boolean
}

const toFound =
  (lags: boolean) =>
  ({ made, unreadable }: Read): FoundMade => ({ made, unreadable, lags })

/** Whether the CRM has the last created identity. */
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
