import { err } from 'neverthrow'
import { isAsImported, targetOfRead } from './imported-draft'
import { patiently, type Job } from './job'
import { linkIdentity, type Pair } from './link-identity'
import type { Candidate } from './plan'
import type { Sides } from './sides'
import { settled, settledBy, type Settling } from './settled'
import { tellWithSuspicions } from './tell-contact'

/** Links a contact with the identity that it turned out to be. */
export async function linkFound(job: Job, sides: Sides, number: number, { identity, by }: Candidate): Settling {
  const row = sides.contacts.at(number)
  const { id, type } = sides.identities.at(identity)
  const told = { ...tellWithSuspicions(sides, row), by, identityId: id }
  if (!job.lease) return settled({ ...told, action: 'linked' })
  const pair = { row, id, type, ...UNREAD, at: job.context.clock.now() }
  return by === 'refId'
    ? settledBy(await adopt(job, pair), told, 'linked')
    : settledBy(await linkIdentity(job.context, pair), told, 'linked')
}

/** Links a contact with the identity that this import has made for it, of which it learns only now. */
export async function linkMade(job: Job, sides: Sides, number: number, ids: readonly [string, ...string[]]): Settling {
  const row = sides.contacts.at(number)
  const told = tellWithSuspicions(sides, row)
  const [id, ...others] = ids
  job.open.delete(number)
  if (others.length > 0) {
    const candidates = ids.map((identityId) => ({ identityId, by: 'refId' as const }))
    return settled({ ...told, action: 'undecided', candidates })
  }
  const pair = { row, id, type: told.type, ...UNREAD, at: job.context.clock.now() }
  return settledBy(await adopt(job, pair), { ...told, identityId: id }, 'created')
}

/** What is in the CRM is brought over by the next sync of the identity. */
const UNREAD = { fingerprint: '', filled: [], calls: [], warnings: [] } as const

/**
 * Links an identity that an import may have made before it was interrupted. If it says just what that import would have said,
 * there is nothing to bring over, and its webhook changes nothing.
 */
async function adopt(job: Job, pair: Pair): ReturnType<typeof linkIdentity> {
  const { crm, rules } = job.context
  const { id, row, type } = pair
  const read = await patiently(job, () => (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id)))
  if (read.isErr()) return err(read.error)
  const call = type === 'person' ? 'crm.getPerson' : 'crm.getOrganization'
  const asRead = targetOfRead({ type, identity: read.value }, rules)
    .map((target) => (isAsImported(row, target, rules) ? target : undefined))
    .unwrapOr(undefined)
  const known = asRead && { fingerprint: asRead.fingerprint, filled: asRead.filled, warnings: asRead.draft.warnings }
  return linkIdentity(job.context, { ...pair, ...known, calls: [call] })
}
