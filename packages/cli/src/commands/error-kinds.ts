import { Option } from 'commander'
import type { SyncErrorKind } from '@siagh-sync/sync-core'
import type { SayOption } from './define'

// A record, so that the compiler misses none.
const KINDS: Readonly<Record<SyncErrorKind, true>> = {
  invalid_change: true,
  invalid_data: true,
  not_found: true,
  unauthorized: true,
  rejected: true,
  ambiguous_match: true,
  contact_replaced: true,
  no_account_party: true,
  contact_unreadable: true,
  in_doubt: true,
  held: true,
  unavailable: true,
  rate_limited: true,
  busy: true,
  store_unavailable: true,
  foreign_store: true,
  malformed: true,
  outcome_unknown: true,
  defect: true,
}

/** `--error`, for commands about what failed. */
export const errorOption = (say: SayOption) =>
  new Option('--error <kind>', say('opt_error')).choices(Object.keys(KINDS))
