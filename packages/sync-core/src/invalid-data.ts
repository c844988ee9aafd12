import type { Issue, SyncError } from './errors'

/** The kind of error that a record gets which cannot go to Siagh as it is. */
export type InvalidData = Extract<SyncError, { kind: 'invalid_data' }>

/** A document of 5,000 wrong lines must not become a journal entry of 5,000 issues. */
const MOST_ISSUES = 50

/** The error for a record with `issues`; the message counts them all, the first 50 are listed. */
export function invalidData(record: string, issues: readonly Issue[]): InvalidData {
  const found = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  return {
    kind: 'invalid_data',
    retryable: false,
    message: `The ${record} cannot go to Siagh as it is: ${found}`,
    issues: issues.slice(0, MOST_ISSUES),
  }
}
