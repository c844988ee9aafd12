import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { probeCrm } from '../reading/probe-crm'

/** Whether a server as a whole did not do its work, or only for this record. */
export type Fault = 'outage' | 'record'

/**
 * Whose fault a failure is. What the CRM does with a record that it cannot show is unknown: it may answer 500, or never; and a
 * server in front of it may answer everything with a page. So when it has failed over a record it is asked for something else,
 * and only if that fails too is it the CRM's own. A single field that breaks the contract is the record's. Nothing is read from
 * Siagh but its whole list, so whatever is wrong with that is Siagh's.
 */
export async function findFault(
  { crm }: { readonly crm: Pick<RunContext['crm'], 'searchIdentities'> },
  error: SyncError | undefined,
): Promise<Fault> {
  if (error === undefined || !('system' in error) || error.system !== 'crm') return 'outage'
  if (isFieldAtFault(error)) return 'record'
  if (error.kind !== 'malformed' && (error.kind !== 'unavailable' || isRefusedUnasked(error))) return 'outage'
  const probe = await probeCrm(crm)
  return probe.isOk() || isFieldAtFault(probe.error) ? 'record' : 'outage'
}

/** An answer that is JSON of the right shape but for a field; `path` is empty where nothing of it could be read. */
function isFieldAtFault(error: SyncError): boolean {
  return error.kind === 'malformed' && error.path !== ''
}

/** An open circuit, a locked account and the like name the time to wait; nothing was asked. */
function isRefusedUnasked(error: { readonly status?: number; readonly retryAfterMs?: number }): boolean {
  return error.status === undefined && error.retryAfterMs !== undefined
}
