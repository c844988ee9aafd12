import type { ImportedContact } from '@siagh-sync/first-import'
import type { SyncError } from '@siagh-sync/sync-core'
import { detailsOf } from '../failure'

/** Why a contact was left out, left to a person, or failed, in one line; empty for every other. */
export function reasonOf({ reason, error }: ImportedContact): string {
  return error === undefined ? (reason ?? '') : reasonOfError(error)
}

/** An error in one line. */
export function reasonOfError(error: SyncError): string {
  return [`${error.kind}: ${error.message}`, ...detailsOf(error)].join('; ')
}
