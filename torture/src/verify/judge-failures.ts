import type { Evidence, Finding, Violation } from './finding'
import { groupBy } from './group-by'
import type { InboxRow } from './read-store'

/** Nothing stands among the failures without a reason that is true, nothing is pending, no lease is in force. */
export function judgeFailures({ store, books }: Evidence): Finding {
  const entries = [...store.inbox.values()]
  const failed = entries.filter(({ state }) => state === 'failed')
  const byKind = groupBy(failed, ({ error_kind }) => String(error_kind))
  const refusals = books.siaghRequests.filter(({ fault }) => fault === 'refusal').length
  const inCrm = new Set([...books.identities, ...books.documents].map(({ crmId }) => crmId))
  const pending = entries.filter(({ state }) => state === 'pending')
  return {
    violations: [
      ...pending.map(({ key, error_kind }) => ({ about: key, what: `is still pending (${String(error_kind)})` })),
      ...store.leases.map((key) => ({ about: key, what: 'is still leased' })),
      ...failed.flatMap((entry) => untrue(entry, store, inCrm)),
      ...tooMany(byKind.get('rejected') ?? [], refusals),
    ],
    figures: [
      ...[...byKind].map(([kind, rows]): [string, number] => [`failures: ${kind}`, rows.length]),
      ['leases left', store.leases.length],
    ],
  }
}

function untrue(entry: InboxRow, store: Evidence['store'], inCrm: ReadonlySet<string>): Violation[] {
  const { key, error_kind, error_message, error_details_json } = entry
  // Refusals are counted; of doubts the pre-invoices are judged.
  if (error_kind === 'rejected') return []
  if (error_kind === 'in_doubt' && store.mappings.get(key)?.state === 'in_doubt') return []
  // Deleted before it was ever handled, and a later webhook than the one that told so: the CRM does not have it.
  if (error_kind === 'not_found' && !inCrm.has(key.slice(key.indexOf('/') + 1))) return []
  return [
    {
      about: key,
      what: `failed for no reason: ${String(error_kind)}: ${String(error_message)} ${String(error_details_json)}`,
    },
  ]
}

/** Siagh refuses nothing of this load but by the fault of that name. */
function tooMany(rejected: readonly InboxRow[], refusals: number): Violation[] {
  if (rejected.length <= refusals) return []
  const what = `${String(rejected.length)} records are rejected, and Siagh refused ${String(refusals)} times`
  return rejected.map(({ key, error_details_json }) => ({ about: key, what: `${what}: ${String(error_details_json)}` }))
}
