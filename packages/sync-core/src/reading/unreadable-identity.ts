import type { IdentitySummary } from '@siagh-sync/crm-client'
import type { SyncError } from '../errors'
import { normalizeId } from '../key'

/** An identity that the CRM lists, but shows neither as a person nor as an organization. */
export interface UnreadableIdentity {
  readonly id: string
  /** The name in the list. */
  readonly name?: string
  /** The customer number in the list. */
  readonly customerNumber?: string
  /** The error of the CRM's answer. */
  readonly error: SyncError
}

/** How many lists must lack an unreadable identity before it counts as deleted. */
const TIMES_LEFT_OUT = 2

interface Unshown {
  readonly identity: IdentitySummary & { readonly error: SyncError }
  /** A list has shown it since it could not be read. */
  isListed: boolean
  /** How many lists in a row lacked it. The list that showed it first does not count. */
  leftOut: number
  /** A later list has shown it again, and it could not be read again. */
  isConfirmed: boolean
}

/**
 * Remembers identities that are listed and cannot be read. A list may lack an identity that exists, if others are
 * deleted while its pages are read. So one list is not enough to believe that it was deleted.
 */
export function createUnshown() {
  const all = new Map<string, Unshown>()
  const keyOf = (id: string) => normalizeId(id) ?? id
  return {
    /** Adds an identity that cannot be read. */
    add(identity: Unshown['identity']): void {
      const key = keyOf(identity.identityId)
      const isConfirmed = all.has(key)
      all.set(key, { identity, isListed: false, leftOut: isConfirmed ? 0 : -1, isConfirmed })
    },
    /** Removes an identity that could be read after all. */
    found: (id: string): void => void all.delete(id),
    /** Notes the identities that the list shows. */
    listed(ids: readonly string[]): void {
      for (const id of ids) {
        const unshown = all.get(id)
        if (unshown) unshown.isListed = true
      }
    },
    /** Notes the end of the list. Returns the identities that it has shown again; they have to be read once more. */
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
    /** Whether the next list may show more about one of them. */
    isOpen: (): boolean => [...all.values()].some(({ isConfirmed }) => !isConfirmed),
    /** The identities that are still listed, as far as is known. */
    left: (): readonly UnreadableIdentity[] => [...all].map(([id, { identity }]) => toUnreadable(id, identity)),
  }
}

function toUnreadable(id: string, { nickName, customerNo, error }: Unshown['identity']): UnreadableIdentity {
  return {
    id,
    ...(nickName && { name: nickName }),
    ...(customerNo && { customerNumber: customerNo }),
    error,
  }
}
