import type { Invoice, Organization, Person, Quote } from '@siagh-sync/crm-client'
import { foldForCompare } from '../iran/text'
import { foldTypeCode } from './by-document'

type Identity = Person | Organization

/** For `contact.accept` and `preInvoice.accept`: everything is accepted. */
export function any(): () => boolean {
  return () => true
}

/**
 * For `contact.accept`: identities with one of these categories, by their names or keys. Persian and Arabic letters,
 * half-spaces and capitals make no difference.
 *
 * @example
 * rules: { contact: { accept: hasCategory('مشتری') } }
 */
export function hasCategory(...names: readonly string[]): (identity: Pick<Identity, 'categories'>) => boolean {
  const wanted = foldedSet('hasCategory', names)
  return ({ categories = [] }) =>
    categories.some(({ name = '', key = '' }) => wanted.has(foldForCompare(name)) || wanted.has(foldForCompare(key)))
}

/** For `contact.accept`: identities that have a customer number. */
export function hasCustomerNumber(): (identity: Pick<Identity, 'customerNumber'>) => boolean {
  return ({ customerNumber = '' }) => customerNumber.trim() !== ''
}

/**
 * For `contact.accept` and `preInvoice.accept`: records of one of these types, by their type codes
 * (`crmObjectTypeCode`), which an administrator of the CRM has chosen.
 *
 * @example
 * rules: { preInvoice: { accept: isOfType('PI_5', 'PI_6') } }
 */
export function isOfType(
  ...codes: readonly string[]
): (record: Pick<Identity | Invoice | Quote, 'crmObjectTypeCode'>) => boolean {
  const wanted = foldedSet('isOfType', codes, foldTypeCode)
  return ({ crmObjectTypeCode = '' }) => wanted.has(foldTypeCode(crmObjectTypeCode))
}

/** The state of a document that is approved and numbered. Source: payamgostar.md. */
const APPROVED = 2

/** For `preInvoice.accept`: documents that are approved and numbered in the CRM. */
export function approved(): (document: Pick<Invoice | Quote, 'billableObjectStateIndex'>) => boolean {
  return ({ billableObjectStateIndex }) => billableObjectStateIndex === APPROVED
}

/** Throws where nothing is named: nothing would be accepted then, and nobody would be told. */
function foldedSet(preset: string, names: readonly string[], fold = foldForCompare): ReadonlySet<string> {
  const folded = names.map((name) => fold(name))
  if (folded.length === 0 || folded.includes('')) throw new Error(`${preset} needs at least one name, and no empty one`)
  return new Set(folded)
}
