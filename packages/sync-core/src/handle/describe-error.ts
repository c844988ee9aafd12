import type { SyncError } from '../errors'
import { plainDetails, saidBy } from '../messages/said-by'
import type { Param, Said, Saying } from '../messages/saying'
import type { StoredError } from '../ports/store'

/**
 * An error as an operator reads it in the list of failures: in English, and as a message that can be shown in any
 * language. Its texts may quote the server. They are stored, but never logged. U+0000 is replaced, because PostgreSQL
 * accepts it in no text, and a failure that cannot be stored would come back for ever.
 */
export function describeError(error: SyncError): StoredError {
  const said = plainSaid(saidBy(error))
  return { kind: error.kind, message: plain(error.message), details: plainDetails(error).map(plain), said }
}

const plain = (text: string) => text.replaceAll('\0', '\uFFFD')

function plainSaid({ message, details }: Said): Said {
  return {
    message: plainSaying(message),
    details: details.map((line) => (typeof line === 'string' ? plain(line) : plainSaying(line))),
  }
}

function plainSaying({ code, params }: Saying): Saying {
  if (params === undefined) return { code }
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, plainParam(param)])) }
}

function plainParam(param: Param): Param {
  if (typeof param === 'number') return param
  return typeof param === 'string' ? plain(param) : plainSaying(param)
}
