import type { ExtendedProperty } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue } from './errors'
import { worded } from './messages/core-messages'

/** A custom field that is filled. */
export interface CustomField {
  /** As an administrator of the CRM has named it; the `userKey` if there is no name. */
  readonly name: string
  readonly text: string
}

/**
 * The custom field of a record by its `userKey`. `undefined`: the record has none, or it is empty. An issue: its value
 * is neither text nor a number, so nobody knows how to write it.
 */
export function customField(
  properties: readonly ExtendedProperty[] | undefined,
  userKey: string,
): Result<CustomField | undefined, Issue> {
  const property = properties?.find((each) => each.userKey === userKey)
  const value = property?.value ?? ''
  if (typeof value !== 'string' && typeof value !== 'number') {
    return err({ path: `extendedProperties.${userKey}`, ...worded('custom_field_no_text') })
  }
  const text = String(value).trim()
  return ok(text === '' ? undefined : { name: property?.name?.trim() || userKey, text })
}
