import { err, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { ReconcileOptions, ReconcileStep } from './steps'

export async function* reconcile(
  _context: SyncContext,
  _options: ReconcileOptions,
): AsyncGenerator<Result<ReconcileStep, SyncError>> {
  yield await Promise.resolve(
    err<ReconcileStep, SyncError>({ kind: 'defect', retryable: false, message: 'not written yet' } as SyncError),
  )
}
