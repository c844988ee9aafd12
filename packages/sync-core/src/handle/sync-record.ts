import type { ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { syncIdentity } from '../identity/sync-identity'
import { syncInvoice } from '../invoice/sync-invoice'
import type { Outcome } from '../types'
import type { Hints } from '../run/hints'

/** Writes the run's record to Siagh as it is in the CRM now. */
export function syncRecord(run: Run, hints: Hints): ResultAsync<Outcome, SyncError> {
  switch (run.key.kind) {
    case 'identity':
      return syncIdentity(run, hints)
    case 'invoice':
    case 'quote':
      return syncInvoice(run, run.key.kind, hints)
  }
}
