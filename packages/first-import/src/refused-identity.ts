import type { NewOrganization, NewPerson } from '@siagh-sync/crm-client'
import type { SyncError } from '@siagh-sync/sync-core'
import { saidBy, worded } from '@siagh-sync/sync-core/messages'

/**
 * The error for an identity that the CRM has refused. If it was sent without a category, the message names the rule
 * that gives it one: a live CRM refused every identity without a category. A refusal of other fields alone stays as it
 * is.
 */
export function refusedIdentity(error: SyncError, { categories = [] }: NewPerson | NewOrganization): SyncError {
  if (error.kind !== 'rejected' || categories.length > 0) return error
  const fields = error.reasons.flatMap(({ field }) => (field ? [field] : []))
  if (fields.length > 0 && !fields.some((field) => /categor/i.test(field))) return error
  return { ...error, ...worded('identity_without_category', { refusal: saidBy(error).message }) }
}
