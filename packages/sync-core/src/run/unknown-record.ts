import type { SyncError } from '../errors'
import type { RecordKey } from '../types'
import { recordParams, worded } from '../messages/core-messages'

/**
 * The error for a record that is not in the CRM, was never in Siagh, and was not reported as deleted. Either the id
 * is wrong, or the webhook came before the CRM had saved the record. In the second case the record would be lost if
 * it counted as deleted.
 */
export function unknownRecord(key: RecordKey): SyncError {
  return {
    kind: 'not_found',
    retryable: false,
    system: 'crm',
    ...worded('record_not_in_crm', recordParams(key)),
  }
}
