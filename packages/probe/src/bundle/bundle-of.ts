import type { Param, Saying } from '@siagh-sync/sync-core/messages'
import type { ProbeReport } from '../probe-events'
import type { ProposedValue } from '../propose/proposal'
import type { LabelCount } from '../label-counts'
import { shapeOf } from './shape-of'

/** The messages whose texts are ours: names of fields and forms, and numbers that are written as text. */
const OURS: ReadonlySet<string> = new Set([
  'probe_order_is_ignored',
  'probe_order_is_reversed',
  'probe_order_works',
  'probe_field_is_refused',
  'probe_forms_of_tmpid',
  'probe_filter_fields',
  'probe_filter_works',
  'probe_filter_fails',
  'probe_list_is',
  'probe_fiscal_year_is',
  'probe_vat_percents',
  'probe_states_occur',
])

/**
 * The findings of a probe for a report to the makers of siagh-sync: counts, kinds and shapes. Texts of the servers are
 * replaced by their shapes, and addresses and names of users are not in it.
 */
export function bundleOf(report: ProbeReport): object {
  const { complete, findings, contacts, identities, documents, refIds, customerNumbers } = report
  return {
    madeBy: 'siagh-sync probe',
    complete,
    findings: findings.map(({ question, verdict, seen }) => ({ question, verdict, seen: withoutTexts(seen) })),
    contacts,
    identities: identities && {
      ...identities,
      typeCodes: shapes(identities.typeCodes),
      typeNames: shapes(identities.typeNames),
      categories: shapes(identities.categories),
      customFields: shapes(identities.customFields),
    },
    documents: documents && {
      ...documents,
      types: documents.types.map((type) => ({ ...type, typeCode: shapeOf(type.typeCode) })),
      unanswered: documents.unanswered.map(({ rule, typeCodes }) => ({ rule, typeCodes: typeCodes.map(shapeOf) })),
      units: shapes(documents.units),
      customFields: shapes(documents.customFields),
    },
    refIds,
    customerNumbers: customerNumbers && {
      ...customerNumbers,
      ...(customerNumbers.best && { best: { ...customerNumbers.best, prefix: shapeOf(customerNumbers.best.prefix) } }),
    },
    proposals: report.proposals.map(({ path, value }) => ({ path, value: shapeOfValue(value) })),
    questions: report.questions.map(({ rule }) => rule),
    failures: report.failures.map(({ system, error }) => ({ system, kind: error.kind })),
  }
}

function shapes(counts: readonly LabelCount[]): readonly LabelCount[] {
  return counts.map(({ label, count }) => ({ label: shapeOf(label), count }))
}

function withoutTexts({ code, params = {} }: Saying): Saying {
  const shape = (param: Param): Param => {
    if (typeof param === 'object') return withoutTexts(param)
    return typeof param === 'string' && !OURS.has(code) ? shapeOf(param) : param
  }
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shape(param)])) }
}

function shapeOfValue(value: ProposedValue): ProposedValue {
  if (value.is === 'prefixed') return { ...value, prefix: shapeOf(value.prefix) }
  const { data } = value
  return typeof data === 'object' ? { is: 'data', data: data.map(shapeOf) } : value
}
