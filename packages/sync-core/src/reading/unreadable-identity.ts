import type { IdentitySummary } from '@siagh-sync/crm-client'
import type { SyncError } from '../errors'
import { normalizeId } from '../key'

/** An identity that the CRM lists and does not show, neither as a person nor as an organization. */
export interface UnreadableIdentity {
  readonly id: string
  /** As the list has it. */
  readonly name?: string
  /** As the list has it. */
  readonly customerNumber?: string
  /** What the CRM answered. */
  readonly error: SyncError
}

/** How often the list has to leave somebody out who cannot be read, before they count as deleted. */
const TIMES_LEFT_OUT = 2

interface Unshown {
  readonly identity: IdentitySummary & { readonly error: SyncError }
  /** Since they could not be read. */
  isListed: boolean
  /** How many walks in a row. The walk in which they were listed first does not count. */
  leftOut: number
  /** They were listed once more after they could not be read, and could not be read again. */
  isConfirmed: boolean
}

/**
 * Those who were listed and could not be read. A list may leave somebody out who is there, when others are deleted while its pages are read:
 * so once is not enough to believe that they are deleted.
 */
export function createUnshown() {
  const all = new Map<string, Unshown>()
  const keyOf = (id: string) => normalizeId(id) ?? id
  return {
    /** They cannot be read. */
    add(identity: Unshown['identity']): void {
      const key = keyOf(identity.identityId)
      const isConfirmed = all.has(key)
      all.set(key, { identity, isListed: false, leftOut: isConfirmed ? 0 : -1, isConfirmed })
    },
    /** They can be read after all. */
    found: (id: string): void => void all.delete(id),
    /** The list shows these. */
    listed(ids: readonly string[]): void {
      for (const id of ids) {
        const unshown = all.get(id)
        if (unshown) unshown.isListed = true
      }
    },
    /** The list has come to its end. Answers whom it has shown again, to be asked for once more. */
    endWalk(): readonly IdentitySummary[] {
      const again: IdentitySummary[] = []
      for (const [id, unshown] of all) {
        if (unshown.isListed && !unshown.isConfirmed) again.push(unshown.identity)
        unshown.leftOut = unshown.isListed ? 0 : unshown.leftOut + 1
        unshown.isListed = false
        if (unshown.leftOut === TIMES_LEFT_OUT) all.delete(id)
      }
      return again
    },
    /** Whether the next walk may tell more about any of them. */
    isOpen: (): boolean => [...all.values()].some(({ isConfirmed }) => !isConfirmed),
    /** Those who are in the list to the end, as far as anybody can say. */
    left: (): readonly UnreadableIdentity[] => [...all].map(([id, { identity }]) => asTold(id, identity)),
  }
}

function asTold(id: string, { nickName, customerNo, error }: Unshown['identity']): UnreadableIdentity {
  return {
    id,
    ...(nickName && { name: nickName }),
    ...(customerNo && { customerNumber: customerNo }),
    error,
  }
}
