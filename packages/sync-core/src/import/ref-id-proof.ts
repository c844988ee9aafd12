import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { IdentityType } from '../types'
import { refIdKey } from './identity-index'
import { worded } from '../messages/core-messages'

/** Makes sure that the CRM keeps what an interrupted import is known again by. */
export interface RefIdProof {
  /** Reads an identity that was just made, until one was found in order. `malformed`: its `refId` is not what was sent. */
  readonly check: (id: string, type: IdentityType, refId: string | undefined) => Promise<Result<void, SyncError>>
}

/** No identity has been looked at yet. */
export function createRefIdProof({ crm }: Pick<SyncContext, 'crm'>): RefIdProof {
  let isProven = false
  return {
    async check(id, type, refId) {
      if (isProven) return ok(undefined)
      const read = await (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id))
      // One that cannot be read proves nothing; the next one may.
      if (read.isErr()) return ok(undefined)
      isProven = refIdKey(read.value.refId ?? '') === refIdKey(refId ?? '')
      return isProven ? ok(undefined) : err(notKept(id))
    },
  }
}

function notKept(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('ref_id_not_kept', { id }), path: 'refId' }
}
