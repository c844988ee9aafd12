import type { CrmDocument, StoredPreInvoice } from '@siagh-sync/sandbox'
import type { LoadRecord } from '../load/record'
import { doubtCause } from './doubt-cause'
import { keyOf, type Evidence, type Finding, type Violation } from './finding'
import { foldName } from './fold'
import { groupBy } from './group-by'

/**
 * Every document that was acknowledged has one pre-invoice, for its customer and with its lines, or stands in doubt for a reason that is
 * true, or among the failures without one. Never two.
 */
export function judgePreInvoices(evidence: Evidence): Finding {
  const { records, books, store } = evidence
  const posted = groupBy(
    books.preInvoices,
    ({ remarks }) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(remarks)?.[0] ?? '',
  )
  const inCrm = new Map(books.documents.map((document) => [document.crmId, document]))
  const documents = records.filter(({ kind }) => kind !== 'identity')
  const violations = documents.flatMap((record) =>
    faultsOf(record, posted.get(record.id) ?? [], inCrm.get(record.id), evidence).map((what) => ({
      about: keyOf(record),
      what,
    })),
  )
  const doubtful = documents.filter((record) => store.mappings.get(keyOf(record))?.state === 'in_doubt')
  return {
    violations: [...violations, ...strays(books.preInvoices, new Set(documents.map(({ id }) => id)))],
    figures: [
      ['documents in the CRM', inCrm.size],
      ['pre-invoices in Siagh', books.preInvoices.length],
      ['in doubt, and Siagh has it', doubtful.filter(({ id }) => posted.has(id)).length],
      ['in doubt, and Siagh has it not', doubtful.filter(({ id }) => !posted.has(id)).length],
    ],
  }
}

function faultsOf(
  record: LoadRecord,
  posted: readonly StoredPreInvoice[],
  document: CrmDocument | undefined,
  evidence: Evidence,
): string[] {
  const key = keyOf(record)
  const mapping = evidence.store.mappings.get(key)
  const entry = evidence.store.inbox.get(key)
  const [preInvoice, ...others] = posted
  if (others.length > 0)
    return [`has ${String(posted.length)} pre-invoices: ${posted.map(({ number }) => number).join(', ')}`]
  if (record.acknowledgedVersion === 0) return []
  if (mapping?.state === 'in_doubt') {
    if (entry?.error_kind !== 'in_doubt') return ['is in doubt and not among the failures']
    return doubtCause(key, evidence) === undefined ? ['is in doubt, and nothing happened that could be the reason'] : []
  }
  if (entry?.state === 'failed' && !preInvoice) return []
  if (!preInvoice || !document) return ['was acknowledged and has no pre-invoice']
  if (mapping?.state !== 'linked' || mapping.code !== preInvoice.code)
    return [`is mapped to ${String(mapping?.code)} (${String(mapping?.state)}), and Siagh has ${preInvoice.code}`]
  const customer = record.customer && evidence.store.mappings.get(keyOf(record.customer))
  return [
    ...(customer?.code === String(preInvoice.customerCode) ? [] : [`is contact ${String(preInvoice.customerCode)}'s`]),
    ...(linesOf(document) === linesIn(preInvoice) ? [] : ['has other lines in Siagh']),
  ]
}

const linesOf = ({ details }: CrmDocument) =>
  details
    .map((line) => [line.productCode, foldName(line.productUnitTypeName), line.count, line.baseUnitPrice].join())
    .join('\n')

const linesIn = ({ lines }: StoredPreInvoice) =>
  lines.map((line) => [line.productCode, foldName(line.unit), line.quantity, line.price].join()).join('\n')

function strays(preInvoices: readonly StoredPreInvoice[], known: ReadonlySet<string>): Violation[] {
  const ids = [...known]
  return preInvoices
    .filter(({ remarks }) => !ids.some((id) => remarks.includes(id)))
    .map(({ number }) => ({ about: `pre-invoice ${number}`, what: 'belongs to no document in the CRM' }))
}
