import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { err, ok, Result } from 'neverthrow'
import type { Issue } from '../errors'
import { normalizeText } from '../iran/text'
import { coreSaying, worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'
import type { Rules } from '../rules'
import { inTable, isByTypeCode, type ByDocument } from '../rules/by-document'
import type { SiteRule } from '../rules/site-rules'
import { LARGEST_CODE } from '../rules/schema'
import type { DocumentKind } from '../types'

/** What a pre-invoice says by the rules of the site. */
export type DocumentCodes = {
  readonly [Name in SiteRule]-?: Name extends 'title' ? string : Name extends 'intermediary' ? number | null : number
}

/**
 * What the rules of the site say of a document. Nothing is guessed: a rule that is not set, that has no value for the
 * type of the document, or that gives a wrong value is an issue.
 */
export function documentCodes(
  document: Invoice | Quote,
  kind: DocumentKind,
  { preInvoice, letters }: Rules,
): Result<DocumentCodes, Issue[]> {
  const of: Of = { document, kind }
  const code = (name: SiteRule, rule: ByDocument<number> | undefined) =>
    valueFor(of, name, rule, { isRight: isCode, wrong: worded('rule_gave_no_whole_number', { most: LARGEST_CODE }) })
  const isCodeOrNull = (value: unknown): value is number | null => value === null || isCode(value)
  return Result.combineWithAllErrors([
    code('saleKind', preInvoice.saleKind),
    code('saleModel', preInvoice.saleModel),
    code('salesCentre', preInvoice.salesCentre),
    code('paymentKind', preInvoice.paymentKind),
    valueFor(of, 'intermediary', preInvoice.intermediary, {
      isRight: isCodeOrNull,
      wrong: worded('rule_gave_no_whole_number_or_null', { most: LARGEST_CODE }),
    }),
    valueFor(of, 'title', preInvoice.title, { isRight: isTitle, wrong: worded('rule_gave_no_text') }),
  ]).map(([saleKind, saleModel, salesCentre, paymentKind, intermediary, title]) => ({
    ...{ saleKind, saleModel, salesCentre, paymentKind, intermediary },
    title: normalizeText(title, letters),
  }))
}

interface Of {
  readonly document: Invoice | Quote
  readonly kind: DocumentKind
}

interface Check<T> {
  readonly isRight: (value: unknown) => value is T
  readonly wrong: Worded
}

function valueFor<T extends string | number | null>(
  { document, kind }: Of,
  name: SiteRule,
  rule: ByDocument<T> | undefined,
  { isRight, wrong }: Check<T>,
): Result<T, Issue> {
  const issue = (words: Worded) => err({ path: `rules.preInvoice.${name}`, ...words })
  if (rule === undefined) return issue(worded('rule_not_set'))
  const typeCode = document.crmObjectTypeCode
  const type = typeCode ?? coreSaying('without_type_code')
  if (typeof rule === 'function') {
    const given: unknown = rule(document, kind)
    if (given === undefined) return issue(worded('rule_gave_nothing', { type }))
    return isRight(given) ? ok(given) : issue(wrong)
  }
  if (!isByTypeCode(rule)) return ok(rule)
  const listed: T | undefined = inTable(rule, typeCode)
  return listed === undefined ? issue(worded('rule_lacks_type', { type })) : ok(listed)
}

function isCode(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_CODE
}

function isTitle(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
