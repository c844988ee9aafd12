import type { Dialect } from '../dialect/dialect'
import type { CrmDocument, CrmIdentity } from './crm-objects'
import { includedDiscount } from './document-totals'
import type { DocumentFields, OrganizationFields, PersonFields } from './fields'

const joined = (names: { readonly firstName?: string; readonly lastName?: string }): string =>
  [names.firstName, names.lastName].filter(Boolean).join(' ')

/** An identity with some fields changed. A display name that was made of the names follows them. */
export const editedIdentity = (
  old: CrmIdentity,
  patch: PersonFields & OrganizationFields,
): PersonFields & OrganizationFields => {
  const merged = { ...old, ...patch }
  if (!('firstName' in old) || patch.nickName !== undefined || old.nickName !== joined(old)) return merged
  return { ...merged, nickName: joined(merged) }
}

const reckoned = ['details', 'discount', 'vatPercent', 'toll', 'additionalCosts'] as const

/** A document with some fields changed. Its sums are added up anew where what they are made of changes. */
export const editedDocument = (old: CrmDocument, patch: DocumentFields, dialect: Dialect): DocumentFields => {
  if (!reckoned.some((field) => field in patch)) return { ...old, ...patch }
  const { totalValue: _total, vat: _vat, finalValue: _final, ...kept } = old
  return { ...kept, discount: old.discount - includedDiscount(old.details, dialect), ...patch }
}

const approved = { billableObjectState: 'تایید و شماره گذاری شده', billableObjectStateIndex: 2 } as const

/** How the CRM marks the states that `make-…` moves an invoice to. 1 and 2 were seen; the one of a rejected invoice is the sandbox's own. */
export const invoiceStates = {
  pending: { billableObjectState: null, billableObjectStateIndex: 1 },
  approved,
  rejected: { billableObjectState: 'Rejected', billableObjectStateIndex: 3 },
  numbered: approved,
} as const

/** A state that `make-…` moves an invoice to. */
export type InvoiceState = keyof typeof invoiceStates
