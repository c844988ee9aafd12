import type { Issue, SyncError } from './errors'
import { coreSaying, worded } from './messages/core-messages'
import type { EntityKind, IdentityType } from './types'

/** The kind of error that a record gets which cannot go to Siagh as it is. */
export type InvalidData = Extract<SyncError, { kind: 'invalid_data' }>

/** What a message calls the record. */
type RecordName = EntityKind | IdentityType | 'contact' | 'customer'

/** A document of 5,000 wrong lines must not become a journal entry of 5,000 issues. */
const MOST_ISSUES = 50

/** The error for a record with `issues`; the message counts them all, the first 50 are listed. */
export function invalidData(record: RecordName, issues: readonly Issue[]): InvalidData {
  return {
    kind: 'invalid_data',
    retryable: false,
    ...worded('record_cannot_go', { record: coreSaying(`record_${record}`), count: issues.length }),
    issues: issues.slice(0, MOST_ISSUES),
  }
}
