import type { Drift, ReconcileReport } from '@siagh-sync/reconcile'
import { table } from '../output/table'
import type { Style } from '../output/style'

/** A difference as one row: the record in the CRM, its counterpart in Siagh, and what is the matter. */
export interface DriftRow {
  readonly kind: Drift['kind']
  readonly crm: readonly string[]
  readonly siagh: readonly string[]
  readonly what: string
  readonly repaired: boolean
}

const TITLES: Readonly<Record<Drift['kind'], string>> = {
  identity_gone: 'Linked, and no longer in the CRM',
  identity_unreadable: 'Listed by the CRM, and shown neither as a person nor as an organization: mend them there',
  contact_gone: 'Linked, and no longer in Siagh',
  only_in_crm: 'In the CRM only',
  only_in_siagh: 'In Siagh only: `siagh-sync import` brings them over',
  fields_differ: 'Fields differ',
  in_doubt: 'Documents in doubt: `siagh-sync in-doubt` says what to do',
  duplicate_identities: 'Twice in the CRM',
  duplicate_contacts: 'Twice in Siagh',
}

/** What `--json` tells of a difference. */
export function describeDrift(drift: Drift): DriftRow {
  return { kind: drift.kind, crm: crmOf(drift), siagh: siaghOf(drift), what: whatOf(drift), repaired: drift.repaired }
}

function crmOf(drift: Drift): string[] {
  if ('records' in drift) return drift.records.map(({ kind, id }) => `${kind}/${id}`)
  return 'record' in drift ? [`${drift.record.kind}/${drift.record.id}`] : []
}

function siaghOf(drift: Drift): string[] {
  if ('contacts' in drift) return drift.contacts.map(({ code }) => code)
  if (drift.kind === 'only_in_crm') return drift.candidates.map(({ code }) => `${code}?`)
  return 'siagh' in drift ? [drift.siagh.code] : []
}

function whatOf(drift: Drift): string {
  switch (drift.kind) {
    case 'fields_differ':
      return drift.fields.join(', ')
    case 'duplicate_identities':
    case 'duplicate_contacts':
      return `the same ${drift.by}`
    case 'only_in_crm':
    case 'only_in_siagh':
    case 'identity_unreadable':
      return drift.name ?? ''
    case 'identity_gone':
    case 'contact_gone':
    case 'in_doubt':
      return ''
  }
}

/** What a person reads: how many were compared, and each kind of difference with its first rows. */
export function driftText(
  report: ReconcileReport,
  found: ReadonlyMap<Drift['kind'], readonly Drift[]>,
  { repair, limit }: { readonly repair: boolean; readonly limit: number },
  style: Style,
): string {
  const { contacts, identities, compared, drift, repaired } = report
  const head = `${contacts} contacts in Siagh, ${identities} identities in the CRM, ${compared} pairs compared.`
  const sections = [...found].map(([kind, rows]) => section(kind, drift[kind] ?? rows.length, rows, limit, style))
  const none = found.size === 0 ? ['Both sides agree.'] : []
  const hints = repair ? [`${repaired} noted, to be mended by the next runs.`] : hintsFor(drift)
  return [head, ...none, ...sections, ...(hints.length > 0 ? ['', ...hints] : [])].join('\n')
}

function hintsFor(drift: ReconcileReport['drift']): string[] {
  const canBeMended = drift.identity_gone ?? drift.only_in_crm ?? drift.fields_differ
  if (canBeMended === undefined) return []
  const mayBeTheSame = drift.only_in_crm !== undefined && drift.only_in_siagh !== undefined
  return [
    '`siagh-sync reconcile --repair` notes what a sync can mend.',
    ...(mayBeTheSame
      ? [
          'First see by `siagh-sync import` who is on both sides and not linked: a repair makes contacts of whoever is in the CRM only,',
          'but for those that look like a contact of Siagh, shown as 26?.',
        ]
      : []),
  ]
}

function section(kind: Drift['kind'], count: number, rows: readonly Drift[], limit: number, style: Style): string {
  const columns = [{ head: 'in the CRM', isWhole: true }, { head: 'in Siagh' }, { head: 'what' }]
  const cells = rows.map(describeDrift).map(({ crm, siagh, what }) => [crm.join(' '), siagh.join(' '), what])
  const more = count > rows.length ? [`… and ${count - rows.length} more; --limit ${limit * 10} shows more.`] : []
  return [`\n${style.colors.bold(TITLES[kind])}: ${count}`, table(style, columns, cells), ...more].join('\n')
}
