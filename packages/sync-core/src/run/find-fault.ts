import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { probeCrm } from '../reading/probe-crm'

/** `outage`: the server failed as a whole. `record`: the server failed only for this record. */
export type Fault = 'outage' | 'record'

/**
 * Finds out whether a failure is an outage or belongs to one record.
 *
 * Nobody has seen what the CRM answers for a record that it cannot show: HTTP 500, or no answer at all, is possible.
 * A proxy in front of the CRM may answer everything with an HTML page. So after a failure over a record this function
 * makes another call to the CRM. If that call fails too, the failure is an outage. A single field that breaks the
 * contract belongs to the record. From Siagh only the whole list is read, so every failure of Siagh is an outage.
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

/** Whether the answer was JSON with one wrong field. If nothing of the answer could be read, `path` is empty. */
function isFieldAtFault(error: SyncError): boolean {
  return error.kind === 'malformed' && error.path !== ''
}

/**
 * Whether the client refused the call without asking the server. An open circuit and a locked account do that, and
 * name the time to wait.
 */
function isRefusedUnasked(error: { readonly status?: number; readonly retryAfterMs?: number }): boolean {
  return error.status === undefined && error.retryAfterMs !== undefined
}
