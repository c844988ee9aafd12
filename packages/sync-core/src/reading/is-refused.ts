import type { ApiError } from '@siagh-sync/siagh-client'

/**
 * Whether a failure of `find` means that this installation does not have it, as nobody has seen it work everywhere: it says no,
 * it breaks over the question, or it answers something else. After any other failure the CRM is away, and may do it later.
 */
export function isRefused(error: ApiError): boolean {
  switch (error.kind) {
    case 'rejected':
    case 'not_found':
    case 'malformed':
      return true
    case 'unavailable':
      return error.status === 500 || error.status === 501
    case 'unauthorized':
    case 'rate_limited':
    case 'outcome_unknown':
    case 'defect':
      return false
  }
}
