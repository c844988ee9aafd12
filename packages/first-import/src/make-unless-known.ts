import { err } from 'neverthrow'
import { normalizeId, readEitherType } from '@siagh-sync/sync-core/matching'
import { patiently, type Job } from './job'
import { linkMarked } from './link-found'
import { makeIdentity } from './make-identity'
import type { ImportBasis } from './import-basis'
import { resultOf, type ContactWork } from './contact-result'
import { summaryWithSuspicions } from './describe-contact'

/**
 * Creates the identity of a contact. Exception: the contact carries the id of an identity that the CRM has and its
 * list did not show, because a list may be old or cut. A `tmpid` of older clients is no identity's id, and does not
 * matter. `decided`: a person has said that the contact is none of the identities.
 */
export async function makeUnlessKnown(job: Job, basis: ImportBasis, number: number, decided: boolean): ContactWork {
  const row = basis.contacts.at(number)
  const ourTmpid = normalizeId(row.tmpid)
  if (ourTmpid === null || decided || basis.identities.byId(ourTmpid) !== undefined)
    return makeIdentity(job, basis, number)
  const read = await patiently(job, () => readEitherType(job.calls.crm, ourTmpid))
  if (read.isErr()) return err(read.error)
  const answer = read.value
  switch (answer.is) {
    case 'missing':
      return makeIdentity(job, basis, number)
    case 'found':
      return linkMarked(job, basis, number, answer.fetched)
    case 'unreadable': {
      if (answer.mayBeMissing) return makeIdentity(job, basis, number)
      const candidates = [{ identityId: ourTmpid, by: 'unreadable' as const }]
      return resultOf({
        ...summaryWithSuspicions(basis, row),
        action: 'undecided',
        reason: 'identity_unreadable',
        candidates,
      })
    }
  }
}
