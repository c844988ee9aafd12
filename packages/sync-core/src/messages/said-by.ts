import type { QueueUnavailable, SyncError } from '../errors'
import type { SiaghIds } from '../types'
import { coreMessages, coreSaying } from './core-messages'
import { nameField } from './name-field'
import { render } from './render'
import type { Said, Saying } from './saying'

/**
 * What an error says, with its reasons, issues or candidates as lines: to be said in any language. The words of the servers and of a site
 * are passed on as they are. They may hold names, so that none of it belongs into a log.
 */
export function saidBy(error: SyncError | QueueUnavailable): Said {
  return { message: messageOf(error), details: detailsOf(error, nameField) }
}

function messageOf(error: SyncError | QueueUnavailable): Saying {
  const { kind } = error
  if (error.kind !== 'queue_unavailable' && error.saying !== undefined) return error.saying
  const reason = reasonOf(error)
  if (!('system' in error)) return { code: kind, params: { reason } }
  return { code: kind, params: { system: coreSaying(`system_${error.system}`), reason } }
}

/** What a client says has a code as a rule; what a store or a site says is in its own words. */
function reasonOf(error: SyncError | QueueUnavailable): Saying | string {
  if (!('words' in error)) return error.message
  const { code, params } = error.words
  return { code: `api_${code}`, ...(params && { params }) }
}

/** The details in English, with the fields as a program knows them: `details.0.count: must be a number above 0`. */
export function plainDetails(error: SyncError): readonly string[] {
  return detailsOf(error, (field) => field).map(englishLine)
}

function detailsOf(error: SyncError | QueueUnavailable, nameOf: (field: string) => Saying | string): Said['details'] {
  switch (error.kind) {
    case 'rejected':
      return error.reasons.map(({ field, message }) =>
        field ? coreSaying('field_reason', { field: nameOf(field), reason: message }) : message,
      )
    case 'invalid_change':
    case 'invalid_data':
      return error.issues.map(({ path, message, saying }) =>
        coreSaying('issue', { path: nameOf(path), reason: saying ?? message }),
      )
    case 'ambiguous_match':
    case 'contact_replaced':
      return error.candidates.map(contactLine)
    case 'malformed':
      return error.path === '' ? [] : [coreSaying('answer_at', { path: error.path })]
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
    case 'held':
    case 'busy':
    case 'store_unavailable':
    case 'queue_unavailable':
    case 'foreign_store':
    case 'defect':
      return []
  }
}

/** A contact of Siagh, as in `contact 8327 (7b0c3a52-…)`. */
export function contactLine({ code, recordId }: Partial<SiaghIds>): Saying {
  const ids = [...(code === undefined ? [] : [code]), ...(recordId === undefined ? [] : [`(${recordId})`])].join(' ')
  return ids === '' ? coreSaying('some_contact') : coreSaying('contact_line', { ids })
}

/** A line in English. */
export function englishLine(line: Saying | string): string {
  return typeof line === 'string' ? line : (render(coreMessages, 'en', line) ?? line.code)
}
