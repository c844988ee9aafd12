import { err, ok, type Result } from 'neverthrow'
import type { IdentityType, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { foldId, readAs } from '@siagh-sync/sync-core/matching'
import { worded } from '@siagh-sync/sync-core/messages'

/** Makes sure that the CRM keeps the `refId`, by which an interrupted import finds its identities again. */
export interface RefIdProof {
  /**
   * Reads a new identity and checks its `refId`. After one correct `refId` it does nothing. `malformed`: the `refId`
   * is not the one that was sent.
   */
  readonly check: (id: string, type: IdentityType, refId: string | undefined) => Promise<Result<void, SyncError>>
}

/** Creates the check. No identity was read yet. */
export function createRefIdProof({ crm }: Pick<SyncInternals, 'crm'>): RefIdProof {
  let isProven = false
  return {
    async check(id, type, refId) {
      if (isProven) return ok(undefined)
      const read = await readAs(crm, id, type)
      // An identity that cannot be read proves nothing. The next one is read.
      if (read.isErr()) return ok(undefined)
      isProven = foldId(read.value.identity.refId ?? '') === foldId(refId ?? '')
      return isProven ? ok(undefined) : err(notKept(id))
    },
  }
}

function notKept(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('ref_id_not_kept', { id }), path: 'refId' }
}
