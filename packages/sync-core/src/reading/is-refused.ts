import type { ApiError } from '@siagh-sync/siagh-client'

/**
 * Whether an error of `find` means that this installation has no `find`: it refuses, fails on the request, or answers
 * something else. Nobody has seen `find` work everywhere. After any other error the CRM is away, and may accept the
 * request later.
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
