import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { HeldChange, PlannedWrite, ShownHeld, Sync, SyncError } from '@siagh-sync/sync-core'
import { foldForCompare, likenessOfContact, likenessOfIdentity, readEitherType } from '@siagh-sync/sync-core/matching'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'

/** What became of an identity of the shadow. */
export interface ShadowContact {
  readonly id: string
  /**
   * `same`: Siagh has the contact as the CRM has the identity. `differs`: Siagh has the contact with other fields.
   * `typed`: a contact that looks like the identity is in Siagh, and nothing names it. `nobody_typed`: no such contact.
   * `failed`: the identity cannot be brought to Siagh.
   */
  readonly is: 'same' | 'differs' | 'typed' | 'nobody_typed' | 'failed'
  readonly code?: string
  readonly fields: readonly string[]
  readonly reason?: Saying
}

/** A document of the shadow, as the CRM has it now. Siagh cannot be asked for documents. */
export interface ShadowDocument {
  readonly kind: 'invoice' | 'quote'
  readonly id: string
  readonly number: string
  readonly date?: Date
  readonly sum?: number
  /** Why it would not be posted. Absent: it would be posted. */
  readonly reason?: Saying
}

/** Compares what was noted in shadow with what people have typed into Siagh meanwhile. Writes nothing. */
export async function compareShadow(
  sync: Sync,
  noted: readonly HeldChange[],
): Promise<
  Result<{ readonly contacts: readonly ShadowContact[]; readonly documents: readonly ShadowDocument[] }, SyncError>
> {
  const contacts: ShadowContact[] = []
  const documents: ShadowDocument[] = []
  let rows: readonly SiaghUser[] | undefined
  for (const { key } of noted) {
    const shown = await sync.showHeld(key)
    if (shown.isErr()) return err(shown.error)
    if (key.kind !== 'identity') {
      documents.push(await documentOf(sync, { kind: key.kind, id: key.id }, shown.value))
      continue
    }
    const { planned } = shown.value
    if (planned?.write === 'make_contact' && rows === undefined) {
      const read = await sync.internals.siagh.getAllUsers()
      if (read.isErr()) return err(read.error)
      rows = read.value
    }
    contacts.push(await contactOf(sync, key.id, shown.value, rows ?? []))
  }
  return ok({ contacts, documents })
}

async function contactOf(
  sync: Sync,
  id: string,
  { planned, result }: ShownHeld,
  rows: readonly SiaghUser[],
): Promise<ShadowContact> {
  if (planned?.write === 'change_contact') {
    const { fields, before, code } = planned
    const names = Object.keys(fields).filter((name) => Reflect.get(fields, name) !== Reflect.get(before, name))
    return { id, is: 'differs', code, fields: names }
  }
  if (planned?.write === 'make_contact') return typedContact(sync, id, planned, rows)
  if (planned || result.isOk()) return { id, is: 'same', fields: [] }
  return { id, is: 'failed', fields: [], reason: saidBy(result.error).message }
}

const LISTED = [
  ['fullname', 'Name'],
  ['mobileno', 'MobileNo'],
  ['telno', 'TelNo'],
  ['email', 'Email'],
  ['address', 'Address'],
  ['passno', 'NationalCode'],
] as const

/** The contact that somebody may have typed for an identity: with its national code, a mobile, or name and telephone. */
async function typedContact(
  { internals: { crm, rules } }: Sync,
  id: string,
  { fields }: Extract<PlannedWrite, { write: 'make_contact' }>,
  rows: readonly SiaghUser[],
): Promise<ShadowContact> {
  const read = await readEitherType(crm, id)
  if (read.isErr()) return { id, is: 'failed', fields: [], reason: saidBy(read.error).message }
  const sought = read.value.is === 'found' ? likenessOfIdentity(read.value.fetched) : undefined
  const row = rows.find((each) => {
    const likeness = likenessOfContact(each, rules)
    const isCode = sought?.nationalCode !== undefined && sought.nationalCode === likeness.nationalCode
    const share = (some: readonly string[] = [], others: readonly string[]) => some.some((one) => others.includes(one))
    return isCode || share(sought?.mobiles, likeness.mobiles) || share(sought?.nameAndPhones, likeness.nameAndPhones)
  })
  if (!row) return { id, is: 'nobody_typed', fields: [] }
  const differing = LISTED.filter(([field, name]) => foldForCompare(fields[field]) !== foldForCompare(row[name] ?? ''))
  return { id, is: 'typed', code: String(row.Code), fields: differing.map(([field]) => field) }
}

async function documentOf(
  { internals: { crm } }: Sync,
  { kind, id }: Pick<ShadowDocument, 'kind' | 'id'>,
  { planned, result }: ShownHeld,
): Promise<ShadowDocument> {
  const read = await (kind === 'invoice' ? crm.getInvoice(id) : crm.getQuote(id))
  const isStopped = !planned && result.isErr() && result.error.kind !== 'held'
  const reason = isStopped ? { reason: saidBy(result.error).message } : {}
  if (read.isErr()) return { kind, id, number: '', reason: saidBy(read.error).message }
  const { number = '', finalValue, ...rest } = read.value
  const date = 'invoiceDate' in rest ? rest.invoiceDate : 'quoteDate' in rest ? rest.quoteDate : undefined
  const shownDate = date ?? rest.creatDate
  return {
    kind,
    id,
    number,
    ...(shownDate && { date: shownDate }),
    ...(finalValue !== undefined && { sum: finalValue }),
    ...reason,
  }
}
