import type { System } from '@siagh-sync/siagh-client'
import type { SyncError, SyncErrorKind } from '../errors'
import type { Fault } from '../run/find-fault'
import type { Call } from '../run/calls'
import type { DoneRun } from '../run/run'
import type { Findings } from './outage'

// After these errors nobody knows whether a server has answered: perhaps nothing was sent, or the error hides another
// one.
const SAY_NOTHING = new Set<SyncErrorKind>(['store_unavailable', 'foreign_store', 'unauthorized', 'busy'])

/** What an ended run says about the two servers. */
export function findingsOf({ result, calls, nested }: DoneRun, fault: Fault): Findings {
  if (result.isErr() && SAY_NOTHING.has(result.error.kind)) return { answered: [] }
  const made = [...calls, ...nested]
  const away = result.isErr() && fault === 'outage' ? awayOf(result.error, made) : undefined
  const called = (['crm', 'siagh'] as const).filter((system) => made.some((call) => call.system === system))
  return { answered: called.filter((system) => system !== away?.system), ...(away && { away }) }
}

function awayOf(error: SyncError, calls: readonly Call[]): Findings['away'] {
  switch (error.kind) {
    case 'unavailable':
      return { system: error.system, ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }) }
    case 'rate_limited':
      return { system: error.system, retryAfterMs: error.retryAfterMs }
    case 'malformed':
      return { system: error.system }
    // More answers may be lost after the first one, and each of them costs a person some work. So one run tests the
    // server before others send more.
    case 'outcome_unknown':
      return wrote(error.system, calls) ? { system: error.system } : undefined
    case 'in_doubt':
      return wrote('siagh', calls) ? { system: 'siagh' } : undefined
    case 'unauthorized':
    case 'rejected':
    case 'not_found':
    case 'defect':
    case 'store_unavailable':
    case 'foreign_store':
    case 'invalid_change':
    case 'invalid_data':
    case 'ambiguous_match':
    case 'contact_replaced':
    case 'no_account_party':
    case 'contact_unreadable':
    case 'held':
    case 'busy':
      return undefined
  }
}

/**
 * Whether this run has written to the system. A record that was in doubt before the run says nothing about the server
 * now.
 */
function wrote(system: System, calls: readonly Call[]): boolean {
  return calls.some((call) => call.isWrite && call.system === system)
}
