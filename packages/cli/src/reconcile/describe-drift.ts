import type { Drift, ReconcileReport } from '@siagh-sync/reconcile'
import type { RecordKey } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { table } from '../output/table'
import type { Style } from '../output/style'
import { paragraph } from '../output/wrap'
import { fieldList } from '../speech/field-words'
import type { Speech } from '../speech/speech'

/** A difference as one row: the record in the CRM, its counterpart in Siagh, and what is the matter. */
export interface DriftRow {
  readonly kind: Drift['kind']
  readonly crm: readonly string[]
  readonly siagh: readonly string[]
  readonly what: string
  readonly repaired: boolean
}

/** The fields of a difference in the output of `--json`. */
export function describeDrift(drift: Drift): DriftRow {
  return {
    kind: drift.kind,
    crm: crmOf(drift),
    siagh: siaghOf(drift),
    what: inEnglish(whatOf(drift)),
    repaired: drift.repaired,
  }
}

function crmOf(drift: Drift): string[] {
  return recordsOf(drift).map(({ kind, id }) => `${kind}/${id}`)
}

function recordsOf(drift: Drift): readonly Pick<RecordKey, 'kind' | 'id'>[] {
  if ('records' in drift) return drift.records
  return 'record' in drift ? [drift.record] : []
}

function named(speech: Speech, { kind, id }: Pick<RecordKey, 'kind' | 'id'>): string {
  return `${speech.say(`record_${kind}`)} ${id}`
}

function siaghOf(drift: Drift): string[] {
  if ('contacts' in drift) return drift.contacts.map(({ code }) => code)
  if (drift.kind === 'only_in_crm') return drift.candidates.map(({ code }) => `${code}?`)
  return 'siagh' in drift ? [drift.siagh.code] : []
}

function whatOf(drift: Drift): Saying | string {
  switch (drift.kind) {
    case 'fields_differ':
      return drift.fields.join(', ')
    case 'duplicate_identities':
    case 'duplicate_contacts':
      return cliSaying('same_field', { field: cliSaying(`by_${drift.by}`) })
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

/** The same for a person: fields by the words of the language, where it has any. */
function whatIn(speech: Speech, drift: Drift): string {
  return drift.kind === 'fields_differ' ? fieldList(speech, drift.fields) : speech.tell(whatOf(drift))
}

/** What a person reads: how many were compared, and each kind of difference with its first rows. */
export function driftText(
  report: ReconcileReport,
  found: ReadonlyMap<Drift['kind'], readonly Drift[]>,
  { repair, limit }: { readonly repair: boolean; readonly limit: number },
  style: Style,
): string {
  const { speech } = style
  const { contacts, identities, compared, drift, repaired } = report
  const head = speech.say('compared', { contacts, identities, pairs: compared })
  const sections = [...found].map(([kind, rows]) => section(kind, drift[kind] ?? rows.length, rows, limit, style))
  const none = found.size === 0 ? [speech.say('both_agree')] : []
  const hints = repair
    ? [repaired === 0 ? speech.say('nothing_repaired') : speech.say('drift_repaired', { count: repaired })]
    : hintsFor(drift, style)
  return [head, ...none, ...sections, ...(hints.length > 0 ? ['', ...hints] : [])].join('\n')
}

function hintsFor(drift: ReconcileReport['drift'], style: Style): string[] {
  const { speech } = style
  const canBeMended = drift.identity_gone ?? drift.only_in_crm ?? drift.fields_differ
  if (canBeMended === undefined) return []
  const mayBeTheSame = drift.only_in_crm !== undefined && drift.only_in_siagh !== undefined
  return [speech.say('repair_notes'), ...(mayBeTheSame ? [paragraph(style, speech.say('import_first'))] : [])]
}

function section(kind: Drift['kind'], count: number, rows: readonly Drift[], limit: number, style: Style): string {
  const { colors, speech } = style
  const columns = [
    { head: speech.say('head_in_crm'), isWhole: true },
    { head: speech.say('head_in_siagh') },
    { head: speech.say('head_what') },
  ]
  const cells = rows.map((row) => [
    speech.list(recordsOf(row).map((record) => named(speech, record))),
    siaghOf(row).join(' '),
    whatIn(speech, row),
  ])
  const left = count - rows.length
  const more = left > 0 ? [speech.say('and_more_rows', { count: left, limit: limit * 10 })] : []
  const title = colors.bold(speech.say(`drift_${kind}`))
  return [`\n${speech.say('titled_count', { title, count })}`, table(style, columns, cells), ...more].join('\n')
}
