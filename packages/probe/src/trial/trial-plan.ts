import type { Invoice, Quote } from '@siagh-sync/crm-client'
import {
  draftContact,
  draftPreInvoice,
  fiscalYearOf,
  type ContactDraft,
  type DocumentKind,
  type IdentityType,
  type PlannedWrite,
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
  /** Siagh has this contact already. `changes`: the fields that get another text. */
  readonly existing?: { readonly code: string; readonly changes: readonly ChangedField[] }
}

/** A field of an existing contact that gets another text. */
interface ChangedField {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** A document as it will be sent. */
export interface PlannedDocument {
  readonly id: string
  readonly kind: DocumentKind
  /** Its number in the CRM. */
  readonly number?: string
  /** The id of its customer in the CRM. */
  readonly customerId?: string
  /** The fiscal year of Siagh into which the document goes. */
  readonly fiscalYear: number
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

async function planContact(sync: Sync, given: string): Promise<Result<PlannedContact, SyncError>> {
  const { crm, rules } = sync.internals
  const id = normalizeId(given) ?? given
  const read = await readEitherType(crm, id)
  if (read.isErr()) return err(read.error)
  if (read.value.is === 'unreadable') return err(read.value.error)
  if (read.value.is === 'missing') return err(notThere())
  const { fetched } = read.value
  const draft = draftContact(fetched, rules)
  if (draft.isErr()) return err(draft.error)
  const shown = await sync.showHeld({ kind: 'identity', id })
  if (shown.isErr()) return err(shown.error)
  const { planned, result } = shown.value
  if (planned === undefined && result.isErr()) return err(result.error)
  const code =
    planned?.write === 'change_contact' ? planned.code : result.map(({ siagh }) => siagh?.code).unwrapOr(undefined)
  return ok({
    ...{
      id,
      type: fetched.type,
      fields: planned !== undefined && 'fields' in planned ? planned.fields : draft.value.fields,
    },
    ...(code !== undefined && { existing: { code, changes: changesOf(planned) } }),
  })
}

function changesOf(planned: PlannedWrite | undefined): readonly ChangedField[] {
  if (planned?.write !== 'change_contact') return []
  const { fields, before } = planned
  return Object.entries(fields)
    .map(([field, after]) => ({ field, before: String(Reflect.get(before, field) ?? ''), after: String(after) }))
    .filter((change) => change.before !== change.after)
}

async function planDocument(sync: Sync, given: string): Promise<Result<PlannedDocument, SyncError>> {
  const { crm } = sync.internals
  const id = normalizeId(given) ?? given
  const invoice = await crm.getInvoice(id)
  if (invoice.isOk()) return planOf(sync, id, 'invoice', invoice.value)
  const quote = await crm.getQuote(id)
  if (quote.isOk()) return planOf(sync, id, 'quote', quote.value)
  return err(quote.error)
}

async function planOf(
  { internals: { rules, siagh, clock } }: Sync,
  id: string,
  kind: DocumentKind,
  document: Invoice | Quote,
): Promise<Result<PlannedDocument, SyncError>> {
  const { number, identityId, finalValue, vat } = document
  const draft = draftPreInvoice(document, kind, rules)
  if (draft.isErr()) return err(draft.error)
  const loginYear =
    rules.preInvoice.fiscalYear === 'login' ? await siagh.login().map((session) => session.fiscalYear) : ok(undefined)
  if (loginYear.isErr()) return err(loginYear.error)
  const fiscalYear = fiscalYearOf(document, kind, rules, loginYear.value, clock.now())
  return fiscalYear.map((year) => ({
    id,
    kind,
    fiscalYear: year,
    preInvoice: draft.value.preInvoice,
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
