import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { ContactFields, PreInvoice } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import type { HeldWrite } from '../ports/store'

/** Exactly what would be sent in a write. */
export type PlannedWrite =
  | { readonly write: 'make_contact'; readonly fields: ContactFields }
  | {
      readonly write: 'change_contact'
      /** The contact's `Code`. */
      readonly code: string
      readonly fields: ContactFields
      /** What Siagh has now. */
      readonly before: ContactFields
    }
  | {
      readonly write: 'post_document'
      readonly preInvoice: PreInvoice
      /** The document as the CRM has it. It is not sent. */
      readonly document: Invoice | Quote
    }
  /** The `RecordId` of the contact goes into the `refId` of the identity in the CRM. */
  | { readonly write: 'write_ref_id'; readonly refId: string }

/** Hash of exactly what is sent. What is only shown beside it does not count. */
export function fingerprintOfWrite(planned: PlannedWrite): string {
  return fingerprintOf(sentOf(planned))
}

function sentOf(planned: PlannedWrite): unknown {
  switch (planned.write) {
    case 'make_contact':
      return [planned.write, planned.fields]
    case 'change_contact':
      return [planned.write, planned.code, planned.fields]
    case 'post_document':
      return [planned.write, planned.preInvoice]
    case 'write_ref_id':
      return [planned.write, planned.refId]
  }
}

/** The names of the fields of an existing contact that would change. */
export function fieldsThatChange(planned: PlannedWrite): readonly string[] {
  if (planned.write !== 'change_contact') return []
  const { fields, before } = planned
  return Object.keys(fields).filter((name) => Reflect.get(fields, name) !== Reflect.get(before, name))
}

/** What a rule `{ contacts, preInvoices }` counts a write as. */
export function countedAs(write: HeldWrite): 'contacts' | 'preInvoices' {
  return write === 'post_document' ? 'preInvoices' : 'contacts'
}
