import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Outcome, Sync, SyncError } from '@siagh-sync/sync-core'
import { pause } from '@siagh-sync/sync-core/long-work'
import { contactAsSynced, isSameId, normalizeId, readAs, readPartyCode } from '@siagh-sync/sync-core/matching'
import { err, ok, type Result } from 'neverthrow'
import type { PlannedContact, PlannedDocument, TrialPlan } from './trial-plan'

/** A field of a contact, as it should be in Siagh and as it is there. */
export interface ReadBackField {
  readonly field: string
  readonly wanted: string
  readonly held: string
}

/** A contact as Siagh's list shows it after the write. */
export interface ReadBackContact {
  readonly code: number
  /** The code of the account party. Absent: the contact is none. */
  readonly accountParty?: number
  /** Whether the list shows our mark in `tmpid`. */
  readonly showsMark: boolean
  /** The fields with a value on one of the servers. */
  readonly fields: readonly ReadBackField[]
}

/** What a trial has done. */
export interface TrialReport {
  /** `readBack` is absent where the list does not show the contact, or nothing was written. */
  readonly contact?: { readonly outcome: Outcome; readonly readBack?: ReadBackContact }
  /** `customer` is absent where the list does not show the document's customer. */
  readonly document?: {
    readonly outcome: Outcome
    readonly customer?: { readonly code: number; readonly accountParty?: number }
  }
  /** The contact was written, and the document could not be. */
  readonly failure?: SyncError
}

/**
 * Brings the contact, and then the document, into Siagh in the same way as a webhook would, so that nothing is made
 * twice. Then reads back what can be read. Pre-invoices cannot be read. An error: nothing was written, or nobody knows
 * whether the contact was.
 */
export async function runTrial(sync: Sync, plan: TrialPlan): Promise<Result<TrialReport, SyncError>> {
  const contact = plan.contact && (await writeContact(sync, plan.contact))
  if (contact?.isErr()) return err(contact.error)
  const document = plan.document && (await writeDocument(sync, plan.document))
  const done = { ...(contact?.isOk() && { contact: contact.value }) }
  if (!document) return ok(done)
  if (document.isOk()) return ok({ ...done, document: document.value })
  return contact ? ok({ ...done, failure: document.error }) : err(document.error)
}

async function writeContact(
  sync: Sync,
  { id, type }: PlannedContact,
): Promise<Result<NonNullable<TrialReport['contact']>, SyncError>> {
  const outcome = await sync.syncIdentity({ id, type })
  if (outcome.isErr()) return err(outcome.error)
  const { siagh } = outcome.value
  const row = siagh && (await findRow(sync, Number(siagh.code)))
  const readBack = row && (await compare(sync, { id, type }, row))
  return ok({ outcome: outcome.value, ...(readBack && { readBack }) })
}

async function compare(
  { internals: { crm, rules, store, company } }: Sync,
  { id, type }: Pick<PlannedContact, 'id' | 'type'>,
  row: SiaghUser,
): Promise<ReadBackContact | undefined> {
  const fetched = await readAs(crm, id, type)
  const mapping = await store.mappings.get({ company, kind: 'identity', id })
  if (fetched.isErr() || mapping.isErr()) return undefined
  const party = readPartyCode(row.AccountPartyCode)
  return contactAsSynced({ id, fetched: fetched.value, mapping: mapping.value }, row, rules).match(
    ({ held, wanted }) => ({
      code: row.Code,
      ...(party !== undefined && { accountParty: party }),
      showsMark: row.tmpid !== undefined && isSameId(row.tmpid, id),
      fields: Object.entries(wanted)
        .map(([field, value]) => ({ field, wanted: String(value), held: String(held[field as keyof typeof held]) }))
        .filter(({ wanted: sent, held: is }) => sent !== '' || is !== ''),
    }),
    () => undefined,
  )
}

async function writeDocument(
  sync: Sync,
  { id, kind, customerId }: PlannedDocument,
): Promise<Result<NonNullable<TrialReport['document']>, SyncError>> {
  const outcome = await (kind === 'invoice' ? sync.syncInvoice({ id }) : sync.syncQuote({ id }))
  if (outcome.isErr()) return err(outcome.error)
  const customer = customerId === undefined ? undefined : await customerOf(sync, customerId)
  return ok({ outcome: outcome.value, ...(customer && { customer }) })
}

async function customerOf(sync: Sync, customerId: string) {
  const { store, company } = sync.internals
  const mapping = await store.mappings.get({ company, kind: 'identity', id: normalizeId(customerId) ?? customerId })
  const code = mapping.isOk() ? mapping.value?.siagh?.code : undefined
  const row = code === undefined ? undefined : await findRow(sync, Number(code))
  if (!row) return undefined
  const party = readPartyCode(row.AccountPartyCode)
  return { code: row.Code, ...(party !== undefined && { accountParty: party }) }
}

/** How often the list is read for a contact that was just written, and the pause between: a list may lag behind. */
const READINGS = 3
const PAUSE_MS = 2_000

/** The contact's row. `undefined`: the list does not show it, or cannot be read. */
async function findRow({ internals: { siagh, clock } }: Sync, code: number): Promise<SiaghUser | undefined> {
  for (let reading = 1; reading <= READINGS; reading += 1) {
    if (reading > 1) await pause(clock, PAUSE_MS)
    for await (const batch of siagh.readUsers()) {
      const row = batch.isOk() ? batch.value.find(({ Code }) => Code === code) : undefined
      if (row) return row
    }
  }
  return undefined
}
