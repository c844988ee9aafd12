import { err, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { ImportOptions, ImportStep } from './steps'

export async function* importContacts(
  _context: SyncContext,
  _options: ImportOptions,
): AsyncGenerator<Result<ImportStep, SyncError>> {
  yield await Promise.resolve(
    err<ImportStep, SyncError>({ kind: 'defect', retryable: false, message: 'not written yet' } as SyncError),
  )
}
