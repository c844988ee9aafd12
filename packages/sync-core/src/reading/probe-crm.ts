import type { ApiError, CrmClient } from '@siagh-sync/crm-client'
import type { ResultAsync } from 'neverthrow'

/**
 * Asks the CRM for something that it always has, to see whether it answers. A proxy in front of a CRM that is away
 * may answer 404 to everything. So "no such record" counts only if the CRM answers this.
 */
export function probeCrm(crm: Pick<CrmClient, 'searchIdentities'>): ResultAsync<void, ApiError> {
  return crm.searchIdentities({ pageNumber: 0, pageSize: 1 }).map(() => undefined)
}
