import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { normalizeId } from '@siagh-sync/sync-core/matching'
import type { Plan } from './plan'
import type { ImportBasis } from './import-basis'

/**
 * The plan for a contact, considering the identities that the CRM lists and does not show. Each of them may be the
 * contact's. So no identity is created that may be a duplicate of one of them. No contact is linked by likeness if
 * the list ties it to one of them.
 */
export function planUnreadable(basis: ImportBasis, row: SiaghUser, plan: Plan): Plan {
  const { unreadable } = basis
  switch (plan.do) {
    case 'leave':
    case 'skip':
    case 'ask':
    case 'hold':
    case 'refuse':
      return plan
    case 'link': {
      const doubles = tiedOtherwise(basis, row, plan)
      return doubles.length > 0 ? { do: 'hold', unreadable: doubles, candidates: [plan] } : plan
    }
    case 'create': {
      const { any, likely, isAnybody } = unreadable.doublesOf(row)
      // An interrupted import may have carried out the decision already. Then the list ties its identity to the
      // contact.
      const doubles = plan.decided ? likely : any
      const isHeld = doubles.length > 0 || (isAnybody && !plan.decided)
      return isHeld ? { do: 'hold', unreadable: doubles, candidates: [] } : plan
    }
  }
}

function tiedOtherwise(
  { unreadable }: ImportBasis,
  row: SiaghUser,
  { by }: Extract<Plan, { do: 'link' }>,
): readonly UnreadableIdentity[] {
  switch (by) {
    case 'mapping':
    case 'decision':
    case 'tmpid':
      return []
    case 'refId': {
      const ourTmpid = normalizeId(row.tmpid)
      return unreadable.doublesOf(row).likely.filter(({ id }) => id === ourTmpid)
    }
    case 'customerNumber':
    case 'nationalCode':
    case 'mobile':
    case 'nameAndPhone':
      return unreadable.doublesOf(row).likely
  }
}
