import type { SyncContext } from '../context'
import type { SyncError } from '../errors'

/** Whether a server as a whole did not do its work, or only for this record. */
export type Fault = 'outage' | 'record'

/**
 * Whose fault a failure is. What the CRM does with a record that it cannot show is unknown: it may answer 500, or never. So when
 * it has failed over a record it is asked for something else, and only if that fails too is it the CRM's own. Siagh is
 * asked for nothing but its whole list, so whatever is wrong with that is Siagh's.
 */
export async function findFault({ crm }: Pick<SyncContext, 'crm'>, error: SyncError | undefined): Promise<Fault> {
  if (error?.kind === 'malformed') return error.system === 'crm' ? 'record' : 'outage'
  if (error?.kind !== 'unavailable' || error.system !== 'crm' || isRefusedUnasked(error)) return 'outage'
  const probe = await crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  return probe.isOk() ? 'record' : 'outage'
}

/** An open circuit, a locked account and the like name the time to wait; nothing was asked. */
function isRefusedUnasked(error: { readonly status?: number; readonly retryAfterMs?: number }): boolean {
  return error.status === undefined && error.retryAfterMs !== undefined
}
