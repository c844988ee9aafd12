import type { System } from '@siagh-sync/siagh-client'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { Findings } from './outage'
import type { FinishedRun } from './start-run'

/**
 * Whose fault it is that a server did not do its work. What the CRM answers for a record that it cannot show is unknown and
 * may be a 500: so after one, the CRM is asked for something else, and only if that fails too is it the CRM's.
 */
export async function findFault(
  { crm }: Pick<SyncContext, 'crm'>,
  error: SyncError | undefined,
): Promise<'outage' | 'record'> {
  if (error?.kind !== 'unavailable' || error.system !== 'crm' || error.status !== 500) return 'outage'
  const probe = await crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  return probe.isOk() ? 'record' : 'outage'
}

/** What a run that has ended says about the two servers. */
export function findingsOf({ result, calls }: FinishedRun, fault: 'outage' | 'record'): Findings {
  const away = result.isErr() && fault === 'outage' ? awayOf(result.error) : undefined
  const called = (['crm', 'siagh'] as const).filter((system) => calls.some((call) => call.startsWith(`${system}.`)))
  return { answered: called.filter((system) => system !== away?.system), ...(away && { away }) }
}

function awayOf(error: SyncError): { system: System; retryAfterMs?: number } | undefined {
  switch (error.kind) {
    case 'unavailable':
      return { system: error.system, ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }) }
    case 'rate_limited':
      return { system: error.system, retryAfterMs: error.retryAfterMs }
    case 'outcome_unknown':
      // One lost answer may be the first of many, and each of them costs a person some work: look before sending more.
      return { system: error.system }
    case 'unauthorized':
    case 'rejected':
    case 'not_found':
    case 'malformed':
    case 'defect':
    case 'store_unavailable':
    case 'invalid_change':
    case 'invalid_data':
    case 'ambiguous_match':
    case 'in_doubt':
    case 'busy':
      return undefined
  }
}
