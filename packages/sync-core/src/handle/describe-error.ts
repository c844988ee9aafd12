import type { SyncError } from '../errors'
import type { StoredError } from '../ports/store'
import { contactLine } from './contact-line'

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
    case 'contact_replaced':
      return error.candidates.map(contactLine)
    case 'malformed':
      return [error.path]
    case 'not_found':
      return 'contact' in error ? [contactLine(error.contact)] : []
    case 'no_account_party':
    case 'contact_unreadable':
      return [contactLine(error.contact)]
    case 'unauthorized':
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
