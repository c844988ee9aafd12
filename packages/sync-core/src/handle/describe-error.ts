import type { SyncError } from '../errors'
import type { StoredError } from '../ports/store'

/**
 * An error as an operator reads it in the list of failures. Reasons may quote the server: they are stored, never logged. Without U+0000,
 * which PostgreSQL keeps in no text: a failure that cannot be stored would come back for ever.
 */
export function describeError(error: SyncError): StoredError {
  const plain = (text: string) => text.replaceAll('\0', '\uFFFD')
  return { kind: error.kind, message: plain(error.message), details: detailsOf(error).map(plain) }
}

function detailsOf(error: SyncError): string[] {
  switch (error.kind) {
    case 'rejected':
      return error.reasons.map(({ field, message }) => (field ? `${field}: ${message}` : message))
    case 'invalid_change':
    case 'invalid_data':
      return error.issues.map(({ path, message }) => `${path}: ${message}`)
    case 'ambiguous_match':
      return error.candidates.map(({ code, recordId }) =>
        recordId ? `contact ${code} (${recordId})` : `contact ${code}`,
      )
    case 'malformed':
      return [error.path]
    case 'unauthorized':
    case 'not_found':
    case 'unavailable':
    case 'rate_limited':
    case 'outcome_unknown':
    case 'in_doubt':
    case 'busy':
    case 'store_unavailable':
    case 'foreign_store':
    case 'defect':
      return []
  }
}
