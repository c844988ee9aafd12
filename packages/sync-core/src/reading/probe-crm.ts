import type { ApiError, CrmClient } from '@siagh-sync/crm-client'
import type { ResultAsync } from 'neverthrow'

/**
 * Asks the CRM for something that it always has, to see whether it answers at all. A server in front of a CRM that is away may answer 404 to
 * everything: that the CRM does not have a record counts only when it answers this.
 */
export function probeCrm(crm: Pick<CrmClient, 'searchIdentities'>): ResultAsync<void, ApiError> {
  return crm.searchIdentities({ pageNumber: 0, pageSize: 1 }).map(() => undefined)
}
