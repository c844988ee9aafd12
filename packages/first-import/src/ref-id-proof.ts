import { err, ok, type Result } from 'neverthrow'
import type { IdentityType, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { foldId, readAs } from '@siagh-sync/sync-core/matching'
import { worded } from '@siagh-sync/sync-core/messages'

/** Makes sure that the CRM keeps what an interrupted import is known again by. */
export interface RefIdProof {
  /** Reads an identity that was just made, until one was found in order. `malformed`: its `refId` is not what was sent. */
  readonly check: (id: string, type: IdentityType, refId: string | undefined) => Promise<Result<void, SyncError>>
}

/** No identity has been looked at yet. */
export function createRefIdProof({ crm }: Pick<SyncInternals, 'crm'>): RefIdProof {
  let isProven = false
  return {
    async check(id, type, refId) {
      if (isProven) return ok(undefined)
      const read = await readAs(crm, id, type)
      // One that cannot be read proves nothing; the next one may.
      if (read.isErr()) return ok(undefined)
      isProven = foldId(read.value.identity.refId ?? '') === foldId(refId ?? '')
      return isProven ? ok(undefined) : err(notKept(id))
    },
  }
}

function notKept(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('ref_id_not_kept', { id }), path: 'refId' }
}
