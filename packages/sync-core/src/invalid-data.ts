import type { Issue, SyncError } from './errors'
import { coreSaying, worded } from './messages/core-messages'
import type { EntityKind, IdentityType } from './types'

/** The error of a record that cannot be sent to Siagh as it is. */
export type InvalidData = Extract<SyncError, { kind: 'invalid_data' }>

/** The name of the record in a message. */
type RecordName = EntityKind | IdentityType | 'contact' | 'customer'

/** A document with 5,000 wrong lines must not give a journal entry with 5,000 issues. */
const MOST_ISSUES = 50

/** The error for a record with `issues`. The message counts all of them, and the first 50 are listed. */
export function invalidData(record: RecordName, issues: readonly Issue[]): InvalidData {
  const params = { record: coreSaying(`record_${record}`), count: issues.length }
  // Nobody can correct a rule in the CRM.
  const isOfRules = issues.every(({ path }) => path.startsWith('rules.'))
  return {
    kind: 'invalid_data',
    retryable: false,
    ...(isOfRules ? worded('rules_incomplete', params) : worded('record_cannot_go', params)),
    issues: issues.slice(0, MOST_ISSUES),
  }
}
