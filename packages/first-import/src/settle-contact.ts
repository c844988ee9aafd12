import { linkFound } from './link-found'
import { makeUnlessMarked } from './make-unless-marked'
import type { Job } from './job'
import type { Plan } from './plan'
import type { Sides } from './sides'
import { settled, type Settling } from './contact-result'
import { tellCandidates, tellContact, tellUnreadable, tellWithSuspicions } from './tell-contact'

/** Does what was planned about a contact, by its number; in a dry run, says what that would come to. */
export async function settleContact(job: Job, sides: Sides, number: number, plan: Plan): Settling {
  const row = sides.contacts.at(number)
  switch (plan.do) {
    case 'leave':
      return settled({
        ...tellContact(sides, row),
        action: 'unchanged',
        by: 'mapping',
        identityId: plan.identityId,
      })
    case 'skip':
      return settled({ ...tellContact(sides, row), action: 'skipped', reason: plan.reason })
    case 'refuse':
      return settled({ ...tellContact(sides, row), action: 'failed', error: plan.error })
    case 'ask':
      return settled({
        ...tellWithSuspicions(sides, row),
        action: 'undecided',
        candidates: tellCandidates(sides, plan.candidates),
      })
    case 'hold': {
      const candidates = [...tellCandidates(sides, plan.candidates), ...tellUnreadable(plan.unreadable)]
      return settled({
        ...tellWithSuspicions(sides, row),
        action: 'undecided',
        reason: 'identity_unreadable',
        candidates,
      })
    }
    case 'link':
      return linkFound(job, sides, number, plan)
    case 'create':
      return makeUnlessMarked(job, sides, number, plan.decided === true)
  }
}
