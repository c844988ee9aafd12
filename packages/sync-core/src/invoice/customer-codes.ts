import { err, ok, type Result } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import { idsOf } from '../identity/contact-mapping'
import { invalidData } from '../invalid-data'
import type { CustomerCodes, PreInvoiceRules } from '../rules/shape'
import { worded } from '../messages/core-messages'

/**
 * The codes by which a pre-invoice names its customer, read from the customer's row in Siagh's list.
 * `no_account_party`: the rule needs the account party, and the contact is not one. One code is never sent instead of
 * the other, because it may belong to another customer.
 */
export function customerCodes(row: SiaghUser, rule: PreInvoiceRules['customer']): Result<CustomerCodes, SyncError> {
  if (rule === 'contact') return ok({ customerCode: row.Code })
  if (rule === 'account-party') {
    const party = readCode(row.AccountPartyCode)
    return party === undefined ? err(noAccountParty(row)) : ok({ contactCode: row.Code, customerCode: party })
  }
  const codes = rule(row)
  const issues = Object.entries({ contactCode: codes.contactCode ?? 1, customerCode: codes.customerCode })
    .filter(([, code]) => readCode(code) === undefined)
    .map(([name]) => ({ path: `rules.preInvoice.customer.${name}`, ...worded('rule_gave_no_code') }))
  return issues.length > 0 ? err(invalidData('customer', issues)) : ok(codes)
}

/**
 * Reads the code of an account party, which Siagh lists as a number or as digits. `undefined`: the contact is no
 * account party.
 */
export function readCode(code: unknown): number | undefined {
  const number = typeof code === 'string' && /^\d{1,15}$/.test(code.trim()) ? Number(code) : code
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

function noAccountParty(row: SiaghUser): SyncError {
  const words = worded('contact_is_no_account_party', { code: String(row.Code) })
  return { kind: 'no_account_party', retryable: false, ...words, contact: idsOf(row) }
}
