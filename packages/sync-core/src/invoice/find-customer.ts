import { err, errAsync, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { customerHeld, heldError, type HeldError } from '../held/held-error'
import { contactLost, notListedYet } from '../identity/contact-errors'
import { findMapped, findMappedAfresh } from '../identity/find-mapped'
import type { MappedContact } from '../matching/locate-mapped'
import { syncIdentity } from '../identity/sync-identity'
import { normalizeId } from '../key'
import type { Mapping } from '../ports/store'
import type { Rules } from '../rules'
import type { CustomerCodes } from '../rules/shape'
import type { RecordKey } from '../types'
import { customerCodes } from './customer-codes'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/**
 * The codes of a document's customer. A customer who is not in Siagh yet is brought there first, in a run of its own.
 * The contact is surely the mapped one: nothing is posted to a contact that has received the `Code` of a deleted
 * contact.
 */
export function findCustomer(
  run: Parameters<typeof findMapped>[0] & Asker,
  document: Invoice | Quote,
): ResultAsync<CustomerCodes, SyncError> {
  const id = normalizeId(document.identityId ?? '')
  if (!id) {
    const isGiven = Boolean(document.identityId)
    return errAsync(wrongCustomer(worded(isGiven ? 'customer_id_is_no_guid' : 'document_without_customer')))
  }
  const key: RecordKey = { company: run.key.company, kind: 'identity', id }
  return safeTry(async function* () {
    const known = yield* run.others.mappings.get(key)
    const mapping = known?.state === 'linked' ? known : yield* bringCustomer(run, key)
    const rule = run.rules.preInvoice.customer
    const row = yield* contactOf(run, mapping, findMapped(run, mapping))
    const codes = needsListedRow(row, rule) ? undefined : customerCodes(row, rule)
    if (codes && (codes.isOk() || codes.error.kind !== 'no_account_party')) return codes
    // The contact may have become an account party since the list was read. So a list is used that was read after the
    // document was noted.
    const listed = yield* contactOf(run, mapping, findMappedAfresh(run, mapping))
    // Only Siagh knows the account party of a contact, and a site's function wants its row.
    if (listed.RecordId === '' && rule !== 'contact') return err(customerError(key, notListedYet(mapping)))
    return customerCodes(listed, rule)
  })
}

/**
 * A row without a `RecordId` is what this process remembers of a new contact. A function of the site must get a row
 * from Siagh.
 */
function needsListedRow({ RecordId }: SiaghUser, rule: Rules['preInvoice']['customer']): boolean {
  return RecordId === '' && typeof rule === 'function'
}

function contactOf(
  run: Parameters<typeof contactLost>[0],
  mapping: Mapping,
  finding: ResultAsync<MappedContact, SyncError>,
): ResultAsync<SiaghUser, SyncError> {
  return finding
    .andThen((found): Result<SiaghUser, SyncError> => {
      return found.is === 'listed' ? ok(found.row) : err(contactLost(run, mapping, found))
    })
    .mapErr((error) => customerError(mapping.key, error))
}

type Asker = Pick<Run, 'key' | 'gate' | 'others'>

function bringCustomer(run: Asker, key: RecordKey): ResultAsync<Mapping, SyncError> {
  return safeTry(async function* () {
    const done = yield* run.others.handle(key, (customerRun) => syncIdentity(customerRun, { isCustomer: true }))
    const { result } = done
    const mapping = done.mapping.current()
    if (result.isErr() && result.error.kind === 'held') return err(heldCustomer(run, key, result.error))
    if (result.isOk() && result.value.outcome === 'shadowed' && mapping?.state !== 'linked')
      return err(heldError('shadow', run.key))
    const outcome = yield* result.mapErr((error) => customerError(key, error))
    return outcome.outcome !== 'gone' && mapping?.state === 'linked' ? ok(mapping) : err(notInCrm(key))
  })
}

/** The document waits for its customer. */
function heldCustomer({ gate }: Pick<Run, 'gate'>, key: RecordKey, error: HeldError): SyncError {
  gate.waitFor(key)
  return error.reason === 'preview' ? error : customerHeld(key)
}

/** Says in the document's error that the error belongs to its customer. */
function customerError(key: RecordKey, error: SyncError): SyncError {
  if (error.kind === 'not_found' && error.system === 'crm') return notInCrm(key)
  return { ...error, ...worded('customer_error', { reason: error.saying ?? error.message }) }
}

function notInCrm({ id }: RecordKey): SyncError {
  return wrongCustomer(worded('customer_not_in_crm', { id }))
}

function wrongCustomer(words: Worded): SyncError {
  return { kind: 'invalid_data', retryable: false, ...words, issues: [{ path: 'identityId', ...words }] }
}
