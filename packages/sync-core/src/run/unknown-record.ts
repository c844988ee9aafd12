import type { SyncError } from '../errors'
import type { RecordKey } from '../types'
import { worded } from '../messages/core-messages'

/**
 * The error for a record that the CRM does not have, was never brought to Siagh, and of which nobody says that it was deleted: the
 * id is wrong, or the webhook was faster than the CRM's own save. Taken for deleted, the latter would be lost without a trace.
 */
export function unknownRecord(key: RecordKey): SyncError {
  return {
    kind: 'not_found',
    retryable: false,
    system: 'crm',
    ...worded('record_not_in_crm', { kind: key.kind, id: key.id }),
  }
}
