import type { Invoice, Quote } from '@siagh-sync/crm-client'
import {
  documentCodes,
  fitAmounts,
  SITE_RULES,
  type DocumentKind,
  type Rules,
  type SiteRule,
} from '@siagh-sync/sync-core'
import { countLabels, type LabelCount } from '../label-counts'
import { countAmountHabits, type AmountHabits } from './amount-habits'
import { customFieldsOf } from './identity-counts'

/** A document that was read. */
export interface ReadDocument {
  readonly kind: DocumentKind
  readonly document: Invoice | Quote
}

/** How many documents have a type code, for each kind. */
export interface TypeOfDocuments {
  readonly kind: DocumentKind
  /** `''`: documents without a type code. */
  readonly typeCode: string
  readonly count: number
}

/** A rule of a pre-invoice that gives no value for some of the documents, and the type codes of these. */
export interface UnansweredRule {
  readonly rule: SiteRule
  readonly typeCodes: readonly string[]
}

/** How the amounts of the documents fit. */
export interface ReadingCounts {
  /** Documents that one reading fits. */
  readonly fit: number
  /** Documents that could be read in both ways, by the way that fits. */
  readonly discount: { readonly 'on-top': number; readonly included: number }
  readonly rows: { readonly price: number; readonly total: number }
  /** Documents that would be refused, by the code of the reason. */
  readonly refused: readonly LabelCount[]
}

/** What occurs among the documents that were read. */
export interface DocumentCounts {
  readonly invoices: number
  readonly quotes: number
  readonly types: readonly TypeOfDocuments[]
  readonly unanswered: readonly UnansweredRule[]
  /** `billableObjectStateIndex`. */
  readonly states: readonly LabelCount[]
  readonly units: readonly LabelCount[]
  readonly vatPercents: readonly LabelCount[]
  readonly customFields: readonly LabelCount[]
  readonly lines: number
  readonly linesWithoutProductCode: number
  readonly withToll: number
  readonly withAdditionalCosts: number
  readonly withoutCustomer: number
  readonly readings: ReadingCounts
  readonly habits: AmountHabits
}

/** Counts what occurs. */
export function countDocuments(documents: readonly ReadDocument[], rules: Rules): DocumentCounts {
  const all = documents.map(({ document }) => document)
  const lines = all.flatMap(({ details }) => details)
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    invoices: documents.filter(({ kind }) => kind === 'invoice').length,
    quotes: documents.filter(({ kind }) => kind === 'quote').length,
    types: typesOf(documents),
    unanswered: unansweredBy(documents, rules),
    states: countLabels(all.map(({ billableObjectStateIndex }) => number(billableObjectStateIndex))),
    units: countLabels(lines.map(({ productUnitTypeName }) => productUnitTypeName)),
    vatPercents: countLabels(all.map(({ vatPercent }) => number(vatPercent))),
    customFields: customFieldsOf(all),
    lines: lines.length,
    linesWithoutProductCode: lines.filter(({ productCode = '' }) => productCode.trim() === '').length,
    withToll: all.filter(({ toll = 0 }) => toll !== 0).length,
    withAdditionalCosts: all.filter(({ additionalCosts = 0 }) => additionalCosts !== 0).length,
    withoutCustomer: all.filter(({ identityId = '' }) => identityId === '').length,
    readings: countReadings(all, rules),
    habits: countAmountHabits(all),
  }
}

function typesOf(documents: readonly ReadDocument[]): readonly TypeOfDocuments[] {
  return (['invoice', 'quote'] as const).flatMap((kind) =>
    countLabels(documents.flatMap((each) => (each.kind === kind ? [each.document.crmObjectTypeCode] : []))).map(
      ({ label, count }) => ({ kind, typeCode: label, count }),
    ),
  )
}

function unansweredBy(documents: readonly ReadDocument[], rules: Rules): readonly UnansweredRule[] {
  const open = documents.flatMap(({ kind, document }) =>
    documentCodes(document, kind, rules).match(
      () => [],
      (issues) => issues.map(({ path }) => ({ path, typeCode: document.crmObjectTypeCode ?? '' })),
    ),
  )
  return SITE_RULES.flatMap((rule) => {
    const typeCodes = open.flatMap(({ path, typeCode }) => (path === `rules.preInvoice.${rule}` ? [typeCode] : []))
    return typeCodes.length === 0 ? [] : [{ rule, typeCodes: [...new Set(typeCodes)].sort() }]
  })
}

function countReadings(documents: readonly (Invoice | Quote)[], rules: Rules): ReadingCounts {
  const discount = { 'on-top': 0, included: 0 }
  const rows = { price: 0, total: 0 }
  const reasons: string[] = []
  for (const document of documents) {
    const fit = fitAmounts(document, rules)
    if (fit.is === 'refused') {
      reasons.push(fit.issues[0]?.saying?.code ?? '')
      continue
    }
    if (fit.isDecided.discount) discount[fit.discount] += 1
    if (fit.isDecided.rows) rows[fit.rows] += 1
  }
  return { fit: documents.length - reasons.length, discount, rows, refused: countLabels(reasons) }
}
