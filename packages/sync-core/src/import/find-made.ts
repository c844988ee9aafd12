import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { normalizeId } from '../key'
import { readIdentities } from '../reading/read-identities'
import { refIdKey } from './identity-index'
import { isOutage, isStopped, waitForServer, type Job } from './job'

/**
 * The identities that carry one of these `RecordId`s in `refId`, by `refIdKey`; some of them where the signal has ended the reading. The whole CRM is read for all of them together: that
 * a search by `RefId` finds what was just made has never been seen, and its silence would make a second one.
 */
export async function findMade(
  job: Job,
  recordIds: readonly string[],
): Promise<Result<ReadonlyMap<string, readonly [string, ...string[]]>, SyncError>> {
  for (let failures = 0; ;) {
    const made = await readOnce(job, new Set(recordIds.map(refIdKey)))
    if (made.isOk() || !isOutage(made.error) || isStopped(job)) return made
    await waitForServer(job, made.error, (failures += 1))
  }
}

async function readOnce(
  job: Job,
  wanted: ReadonlySet<string>,
): Promise<Result<Map<string, [string, ...string[]]>, SyncError>> {
  const found = new Map<string, [string, ...string[]]>()
  const { signal } = job.options
  for await (const page of readIdentities(job.context, signal ? { signal } : {})) {
    if (page.isErr()) return err(page.error)
    for (const { identity } of page.value.identities) {
      const key = refIdKey(identity.refId ?? '')
      if (!wanted.has(key)) continue
      const id = normalizeId(identity.crmId) ?? identity.crmId
      const others = found.get(key)
      if (others) others.push(id)
      else found.set(key, [id])
    }
  }
  return ok(found)
}
