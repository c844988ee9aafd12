import { err } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import {
  isAsImported,
  normalizeId,
  readEitherType,
  targetOfRead,
  type FetchedIdentity,
} from '@siagh-sync/sync-core/matching'
import { patiently, type Job } from './job'
import { linkIdentity, type Pair } from './link-identity'
import type { Candidate } from './plan'
import type { ImportBasis } from './import-basis'
import { resultOf, resultOfLinking, type ContactWork } from './contact-result'
import { summaryWithSuspicions } from './describe-contact'
import { worded } from '@siagh-sync/sync-core/messages'

/** Links a contact with the identity that was found for it. */
export async function linkFound(
  job: Job,
  basis: ImportBasis,
  number: number,
  { identity, by }: Candidate,
): ContactWork {
  const row = basis.contacts.at(number)
  const { id, type } = basis.identities.at(identity)
  const summary = { ...summaryWithSuspicions(basis, row), by, identityId: id }
  if (!job.lease) return resultOf({ ...summary, action: 'linked' })
  const pair = { row, id, type, ...UNREAD, at: job.context.clock.now() }
  return by === 'refId'
    ? resultOfLinking(await adopt(job, pair), summary, 'linked')
    : resultOfLinking(await linkIdentity(job.context, pair), summary, 'linked')
}

/** Links a contact with the identity of its `tmpid`, which the CRM's list did not show. */
export async function linkMarked(job: Job, basis: ImportBasis, number: number, fetched: FetchedIdentity): ContactWork {
  const row = basis.contacts.at(number)
  const summary = summaryWithSuspicions(basis, row)
  const { type, identity } = fetched
  const id = normalizeId(identity.crmId) ?? identity.crmId
  if (type !== summary.type) {
    const name = identity.nickName === undefined ? {} : { name: identity.nickName }
    return resultOf({ ...summary, action: 'undecided', candidates: [{ identityId: id, by: 'tmpid', ...name }] })
  }
  const linked = { ...summary, by: 'tmpid' as const, identityId: id }
  if (!job.lease) return resultOf({ ...linked, action: 'linked' })
  const pair = { row, id, type, ...UNREAD, at: job.context.clock.now() }
  return resultOfLinking(await linkIdentity(job.context, pair), linked, 'linked')
}

/**
 * Links a contact with the identity that this import has created for it. The import has only now found out which one
 * it is.
 */
export async function linkMade(
  job: Job,
  basis: ImportBasis,
  number: number,
  ids: readonly [string, ...string[]],
): ContactWork {
  const row = basis.contacts.at(number)
  const summary = summaryWithSuspicions(basis, row)
  const [id, ...others] = ids
  job.open.delete(number)
  if (others.length > 0) {
    const candidates = ids.map((identityId) => ({ identityId, by: 'refId' as const }))
    return resultOf({ ...summary, action: 'undecided', candidates })
  }
  const pair = { row, id, type: summary.type, ...UNREAD, at: job.context.clock.now() }
  return resultOfLinking(await adopt(job, pair), { ...summary, identityId: id }, 'created')
}

/** The next sync of the identity writes the CRM's data to Siagh. */
const UNREAD = { fingerprint: '', filled: [], calls: [], warnings: [] } as const

/**
 * Links an identity that an interrupted import may have created. If the identity says exactly what that import would
 * have written, there is nothing to sync, and its webhook changes nothing.
 */
async function adopt(job: Job, pair: Pair): ReturnType<typeof linkIdentity> {
  const { crm } = job.calls
  const { rules } = job.context
  const { id, row } = pair
  const read = await patiently(job, () => readEitherType(crm, id, pair.type))
  if (read.isErr()) return err(read.error)
  if (read.value.is === 'missing') return err(deleted(id))
  if (read.value.is === 'unreadable') return err(read.value.error)
  const { fetched } = read.value
  const call = fetched.type === 'person' ? 'crm.getPerson' : 'crm.getOrganization'
  const asRead = targetOfRead(fetched, rules)
    .map((target) => (isAsImported(row, target, rules) ? target : undefined))
    .unwrapOr(undefined)
  const known = asRead && { fingerprint: asRead.fingerprint, filled: asRead.filled, warnings: asRead.draft.warnings }
  return linkIdentity(job.context, { ...pair, type: fetched.type, ...known, calls: [call] })
}

function deleted(id: string): SyncError {
  return { kind: 'not_found', retryable: false, system: 'crm', ...worded('deleted_meanwhile', { id }) }
}
