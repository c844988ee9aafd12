import { linkFound } from './link-found'
import { makeUnlessKnown } from './make-unless-known'
import type { Job } from './job'
import type { Plan } from './plan'
import type { ImportBasis } from './import-basis'
import { resultOf, type ContactWork } from './contact-result'
import { candidatesOf, summaryOf, candidatesUnreadable, summaryWithSuspicions } from './describe-contact'

/** Carries out the plan for a contact, which is given by its number. In a dry run, says what would be done. */
export async function importContact(job: Job, basis: ImportBasis, number: number, plan: Plan): ContactWork {
  const row = basis.contacts.at(number)
  switch (plan.do) {
    case 'leave':
      return resultOf({
        ...summaryOf(basis, row),
        action: 'unchanged',
        by: 'mapping',
        identityId: plan.identityId,
      })
    case 'skip':
      return resultOf({ ...summaryOf(basis, row), action: 'skipped', reason: plan.reason })
    case 'refuse':
      return resultOf({ ...summaryOf(basis, row), action: 'failed', error: plan.error })
    case 'ask':
      return resultOf({
        ...summaryWithSuspicions(basis, row),
        action: 'undecided',
        candidates: candidatesOf(basis, plan.candidates),
      })
    case 'hold': {
      const candidates = [...candidatesOf(basis, plan.candidates), ...candidatesUnreadable(plan.unreadable)]
      return resultOf({
        ...summaryWithSuspicions(basis, row),
        action: 'undecided',
        reason: 'identity_unreadable',
        candidates,
      })
    }
    case 'link':
      return linkFound(job, basis, number, plan)
    case 'create':
      return makeUnlessKnown(job, basis, number, plan.decided === true)
  }
}
