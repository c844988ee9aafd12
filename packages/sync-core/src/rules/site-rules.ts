import type { PreInvoiceRules, RulesInput } from './shape'

/**
 * The rules of a pre-invoice that only the site knows: Siagh numbers its kinds of sale, sale models and so on anew in
 * each installation. None of them has a default.
 */
export const SITE_RULES = [
  'saleKind',
  'saleModel',
  'salesCentre',
  'paymentKind',
  'intermediary',
  'title',
] as const satisfies readonly (keyof PreInvoiceRules)[]

/** A rule that only the site knows. */
export type SiteRule = (typeof SITE_RULES)[number]

/**
 * The rules of a pre-invoice that a site has not set yet. While one of them is not set, documents are refused and
 * contacts go to Siagh as usual.
 */
export function unsetRules({ preInvoice }: Pick<RulesInput, 'preInvoice'>): readonly SiteRule[] {
  return SITE_RULES.filter((name) => preInvoice?.[name] === undefined)
}
