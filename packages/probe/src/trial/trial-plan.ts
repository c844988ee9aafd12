import type { Invoice, Quote } from '@siagh-sync/crm-client'
import {
  draftContact,
  draftPreInvoice,
  type ContactDraft,
  type DocumentKind,
  type IdentityType,
  type PreInvoiceDraft,
  type Sync,
  type SyncError,
} from '@siagh-sync/sync-core'
import { normalizeId, readEitherType } from '@siagh-sync/sync-core/matching'
import { err, ok, type Result } from 'neverthrow'

/** The two records of the CRM that a trial brings into Siagh, by their ids. */
export interface TrialRecords {
  readonly contact?: string
  readonly document?: string
}

/** A contact as it will be sent. */
export interface PlannedContact {
  readonly id: string
  readonly type: IdentityType
  readonly fields: ContactDraft['fields']
}

/** A document as it will be sent. */
export interface PlannedDocument {
  readonly id: string
  readonly kind: DocumentKind
  /** Its number in the CRM. */
  readonly number?: string
  /** The id of its customer in the CRM. */
  readonly customerId?: string
  readonly preInvoice: PreInvoiceDraft['preInvoice']
  /** What the customer pays, as the CRM says, in Rial. */
  readonly finalValue?: number
  readonly vat?: number
}

/** What a trial will send. Nothing is written yet. */
export interface TrialPlan {
  readonly contact?: PlannedContact
  readonly document?: PlannedDocument
}

/** Reads the two records and makes of them what would be sent. Writes nothing. An error: one of them cannot be sent. */
export async function planTrial(sync: Sync, records: TrialRecords): Promise<Result<TrialPlan, SyncError>> {
  const contact = records.contact === undefined ? ok(undefined) : await planContact(sync, records.contact)
  if (contact.isErr()) return err(contact.error)
  const document = records.document === undefined ? ok(undefined) : await planDocument(sync, records.document)
  if (document.isErr()) return err(document.error)
  return ok({ ...(contact.value && { contact: contact.value }), ...(document.value && { document: document.value }) })
}

async function planContact(
  { internals: { crm, rules } }: Sync,
  given: string,
): Promise<Result<PlannedContact, SyncError>> {
  const id = normalizeId(given) ?? given
  const read = await readEitherType(crm, id)
  if (read.isErr()) return err(read.error)
  if (read.value.is === 'unreadable') return err(read.value.error)
  if (read.value.is === 'missing') return err(notThere())
  const { fetched } = read.value
  return draftContact(fetched, rules).map(({ fields }) => ({ id, type: fetched.type, fields }))
}

async function planDocument(
  { internals: { crm, rules } }: Sync,
  given: string,
): Promise<Result<PlannedDocument, SyncError>> {
  const id = normalizeId(given) ?? given
  const invoice = await crm.getInvoice(id)
  if (invoice.isOk()) return planOf(id, 'invoice', invoice.value, rules)
  const quote = await crm.getQuote(id)
  if (quote.isOk()) return planOf(id, 'quote', quote.value, rules)
  return err(quote.error)
}

function planOf(
  id: string,
  kind: DocumentKind,
  document: Invoice | Quote,
  rules: Sync['internals']['rules'],
): Result<PlannedDocument, SyncError> {
  const { number, identityId, finalValue, vat } = document
  return draftPreInvoice(document, kind, rules).map(({ preInvoice }) => ({
    id,
    kind,
    preInvoice,
    ...(number !== undefined && { number }),
    ...(identityId !== undefined && { customerId: identityId }),
    ...(finalValue !== undefined && { finalValue }),
    ...(vat !== undefined && { vat }),
  }))
}

function notThere(): SyncError {
  const words = { code: 'no_such_record' } as const
  return { kind: 'not_found', retryable: false, system: 'crm', message: 'The CRM has no such record', words }
}
