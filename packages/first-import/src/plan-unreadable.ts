import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { normalizeId } from '@siagh-sync/sync-core/matching'
import type { Plan } from './plan'
import type { ImportBasis } from './import-basis'

/**
 * The plan about a contact beside the identities that the CRM lists and does not show. Any of them may be the contact's. So nothing is
 * made that may be the double of one of them, and nobody is linked by likeness whom the list ties to one of them.
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
      // What a person has decided may have been done by an import that was interrupted: that one would be tied to the contact.
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
    case 'mark':
      return []
    case 'refId': {
      const mark = normalizeId(row.tmpid)
      return unreadable.doublesOf(row).likely.filter(({ id }) => id === mark)
    }
    case 'customerNumber':
    case 'nationalCode':
    case 'mobile':
    case 'nameAndPhone':
      return unreadable.doublesOf(row).likely
  }
}
