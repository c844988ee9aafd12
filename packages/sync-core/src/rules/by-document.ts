import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { foldForCompare } from '../iran/text'
import type { DocumentKind } from '../types'

/** Values by the type code (`crmObjectTypeCode`) of a document. `default` is for every other document. */
export type ByTypeCode<T> = Readonly<Record<string, T>>

/** A rule that may depend on the document. A function that knows no value for a document returns `undefined`. */
export type ByDocument<T> = T | ByTypeCode<T> | ((document: Invoice | Quote, kind: DocumentKind) => T | undefined)

/** The key of a table for documents whose type code has no key of its own. */
const DEFAULT = 'default'

/** Whether a rule is a table by type code. */
export function isByTypeCode(rule: unknown): rule is ByTypeCode<unknown> {
  return typeof rule === 'object' && rule !== null && !Array.isArray(rule)
}

/**
 * The form in which type codes are compared. Persian and Arabic letters, spaces, half-spaces and capitals make no
 * difference, because an administrator types the code by hand.
 */
export function foldTypeCode(typeCode: string): string {
  return foldForCompare(typeCode).replaceAll(' ', '')
}

/** The value that a table has for a type code. `undefined`: it has neither this code nor a default. */
export function inTable<T>(table: ByTypeCode<T>, typeCode: string | undefined): T | undefined {
  const values = new Map(Object.entries(table).map(([key, value]) => [foldTypeCode(key), value]))
  const own = typeCode === undefined ? undefined : values.get(foldTypeCode(typeCode))
  return own === undefined ? values.get(DEFAULT) : own
}

/** What is wrong with the keys of a table, as the rest of a sentence. `undefined`: nothing. */
export function tableFault(table: ByTypeCode<unknown>): string | undefined {
  const keys = Object.keys(table)
  const folded = keys.map(foldTypeCode)
  if (keys.length === 0) return 'must name at least one type code, or default'
  if (folded.includes('')) return 'must not have an empty type code'
  const twice = keys.find((_, at) => folded.indexOf(folded[at] ?? '') !== at)
  return twice === undefined ? undefined : `has the type code '${twice}' twice, in two spellings`
}
