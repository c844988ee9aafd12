import type { ContactFields } from '@siagh-sync/siagh-client'
import type { Rules } from '../rules'
import { fingerprintOf } from '../fingerprint'
import type { ContactDraft, ContactFieldName } from './contact-draft'

/** What the last write of this contact has recorded. */
export interface WrittenBefore {
  /** The fields that the CRM has filled. */
  readonly filled: readonly string[]
  /**
   * Hashes of texts of the CRM that were emptied: see `hashOfText`. A list that lags behind our write still shows them.
   */
  readonly emptied: readonly string[]
  /** We deactivated the contact when its identity was deleted. */
  readonly deactivated: boolean
  /** The hashes that identify the contact while its `RecordId` is unknown: see `hashesOfMade`. */
  readonly made?: readonly string[]
}

/** A new contact: everything that the CRM says, and our `tmpid`. */
export function newContact(draft: ContactDraft, crmId: string): ContactFields {
  const { taraftype, ...texts } = draft.fields
  const empty = { gender: '', codeostan: '', codeshahr: '', countrycode: '' }
  return { ...empty, ...texts, isactive: true, tmpid: crmId, taraftype }
}

/**
 * The form that updates an existing contact. Siagh empties a field that is sent empty, so the form starts with
 * Siagh's own values. A field that the CRM owns gets the CRM's text. If the CRM has no text, Siagh's text stays,
 * unless that text came from the CRM earlier. A list that lags may still show such a text after it was emptied. If the
 * CRM's text was not understood, Siagh's text stays too.
 */
export function mergeContact(
  held: ContactFields,
  draft: ContactDraft,
  before: WrittenBefore,
  rules: Rules,
): ContactFields {
  const { taraftype, ...texts } = draft.fields
  const wasOfCrm = (field: ContactFieldName) =>
    before.filled.includes(field) || before.emptied.includes(hashOfText(field, held[field]))
  const isCleared = (field: ContactFieldName) => wasOfCrm(field) && !draft.unsure?.includes(field)
  const taken = rules.contact.owned.filter((field) => texts[field] !== '' || isCleared(field))
  return {
    ...held,
    ...Object.fromEntries(taken.map((field) => [field, texts[field]])),
    isactive: held.isactive || before.deactivated,
    taraftype,
  }
}

/** The hash of a field's text. The store holds no personal data, so it remembers texts in this form. */
function hashOfText(field: ContactFieldName, text: string): string {
  return fingerprintOf([field, text])
}

const MOST_EMPTIED = 20

/** The hashes of the texts that this write empties, with those that were emptied before. */
export function emptiedBy(held: ContactFields, fields: ContactFields, before: WrittenBefore, rules: Rules): string[] {
  const emptied = rules.contact.owned
    .filter((field) => held[field] !== '' && fields[field] === '')
    .map((field) => hashOfText(field, held[field]))
  return [...new Set([...before.emptied, ...emptied])].slice(-MOST_EMPTIED)
}
