import type { ImportedContact } from '@siagh-sync/sync-core'
import { detailsOf } from '../failure'

/** Why a contact was left out or failed, in one line; empty for every other. */
export function reasonOf({ reason, error }: ImportedContact): string {
  if (error === undefined) return reason ?? ''
  const details = detailsOf(error)
  return [`${error.kind}: ${error.message}`, ...details].join('; ')
}
