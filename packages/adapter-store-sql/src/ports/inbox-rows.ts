import { reasonOf, type FailureCount, type InboxEntry, type StoredError } from '@siagh-sync/sync-core'
import { toKey } from '../key-columns'
import type { InboxTable } from '../schema'

/** The entry of a row. */
export function toEntry(row: InboxTable): InboxEntry {
  const error = toError(row)
  return {
    key: toKey(row),
    generation: row.generation,
    event: row.event,
    ...(row.type !== null && { type: row.type }),
    trigger: row.triggered_by,
    notedAt: row.noted_at,
    latestAt: row.latest_at,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    ...(error !== undefined && { error }),
  }
}

function toError({ error_kind, error_message, error_details_json }: InboxTable): StoredError | undefined {
  if (error_kind === null) return undefined
  const kept = JSON.parse(error_details_json ?? '[]') as KeptDetails
  const { details, said } = 'details' in kept ? kept : { details: kept, said: undefined }
  return { kind: error_kind, message: error_message ?? '', details, ...(said && { said }) }
}

/** The details of an error, with its message in a form for any language. An older version has stored only the list. */
type KeptDetails = readonly string[] | Pick<StoredError, 'details' | 'said'>

function keptDetails({ details, said }: StoredError): KeptDetails {
  return said === undefined ? details : { details, said }
}

/** The columns of a failed attempt. */
export function toFailureColumns(failure: {
  readonly attempts: number
  readonly dueAt: number
  readonly error: StoredError
}) {
  const { attempts, dueAt, error } = failure
  return {
    attempts,
    due_at: dueAt,
    error_kind: error.kind,
    error_message: error.message,
    error_details_json: JSON.stringify(keptDetails(error)),
    error_code: reasonOf(error),
  }
}

/** The count of one reason. A failure always has a reason. */
export function toFailureCount({
  error_code: reason,
  error_kind: error,
  kind,
  records,
  noted_at: notedAt,
}: Pick<InboxTable, 'error_code' | 'error_kind' | 'kind' | 'noted_at'> & {
  readonly records: number
}): readonly FailureCount[] {
  return reason === null || error === null ? [] : [{ reason, error, kind, records, notedAt }]
}
