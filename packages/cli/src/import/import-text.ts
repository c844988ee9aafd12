import type { ImportedContact, ImportReport } from '@siagh-sync/sync-core'
import { table, type Column } from '../output/table'
import type { Style } from '../output/style'
import { reasonOf } from './reason-of'
import type { FirstRows } from './rows'

type Action = ImportedContact['action']

/** The columns beside code and name, and what stands in them. */
interface Section {
  readonly title: string
  readonly columns: readonly Column[]
  readonly cells: (contact: ImportedContact) => readonly string[]
}

const CODE_AND_NAME: readonly Column[] = [{ head: 'code', align: 'right', isWhole: true }, { head: 'name' }]

const SECTIONS: readonly (readonly [Action, Section])[] = [
  [
    'undecided',
    {
      title: 'Undecided',
      columns: [{ head: 'may be', isWhole: true }, { head: 'of the name' }, { head: 'by' }],
      cells: candidatesOf,
    },
  ],
  ['failed', { title: 'Failed', columns: [{ head: 'why' }], cells: (contact) => [reasonOf(contact)] }],
  ['skipped', { title: 'Skipped', columns: [{ head: 'why' }], cells: (contact) => [reasonOf(contact)] }],
  [
    'linked',
    {
      title: 'Linked',
      columns: [{ head: 'identity', isWhole: true }, { head: 'by' }],
      cells: ({ identityId = '', by = '' }) => [identityId, by],
    },
  ],
  ['created', { title: 'Created', columns: [{ head: 'type' }], cells: ({ type }) => [type] }],
]

const SUSPICIOUS: Section = {
  title: 'To be looked at',
  columns: [{ head: 'what' }],
  cells: ({ suspicions }) => [suspicions.join(', ')],
}

/** What a person reads of an import: what became of how many, then the first of each. */
export function importText(report: ImportReport, rows: FirstRows, limit: number, style: Style): string {
  const sections = SECTIONS.map(([action, section]) =>
    draw(section, rows.of(action), report.actions[action], limit, style),
  )
  const suspicious = draw(SUSPICIOUS, rows.suspicious(), undefined, limit, style)
  const parts = [headOf(report), totals(report, style), ...sections, suspicious, hintOf(report)]
  return parts.filter((part) => part !== '').join('\n\n')
}

function headOf({ dryRun, complete, contacts, identities, actions }: ImportReport): string {
  const isOver = complete && actions.created + actions.linked + actions.failed === 0
  const over = dryRun ? 'An import would change nothing.' : 'Nothing was left to do, and nothing has changed.'
  return [
    ...(dryRun ? ['Dry run: nothing was written.'] : []),
    `${contacts} contacts in Siagh, ${identities} identities in the CRM.`,
    ...(isOver ? [over] : []),
    ...(complete ? [] : ['Stopped before it was done: this is how far it came.']),
  ].join('\n')
}

function totals({ actions, linkedBy, skipped, suspicions }: ImportReport, style: Style): string {
  const rows = [
    ['created', String(actions.created), ''],
    ['linked', String(actions.linked), listed(linkedBy)],
    ['unchanged', String(actions.unchanged), ''],
    ['skipped', String(actions.skipped), listed(skipped)],
    ['undecided', String(actions.undecided), ''],
    ['failed', String(actions.failed), ''],
  ]
  const columns: Column[] = [{ head: 'action' }, { head: 'contacts', align: 'right' }, { head: 'of these' }]
  const doubts = listed(suspicions)
  return [table(style, columns, rows), ...(doubts === '' ? [] : [`suspicious: ${doubts}`])].join('\n')
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([name, one], [otherName, other]) => other - one || (name < otherName ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}

function draw(
  { title, columns, cells }: Section,
  contacts: readonly ImportedContact[],
  count: number | undefined,
  limit: number,
  style: Style,
): string {
  if (contacts.length === 0) return ''
  const isCut = count === undefined ? contacts.length === limit : count > contacts.length
  const first = isCut ? `, the first ${contacts.length}` : ''
  const rows = contacts.map((contact) => [String(contact.code), contact.name, ...cells(contact)])
  const heading = style.colors.bold(`${title}${count === undefined ? '' : `: ${count}`}${first}`)
  return `${heading}\n${table(style, [...CODE_AND_NAME, ...columns], rows)}`
}

function candidatesOf({ candidates }: ImportedContact): readonly string[] {
  const [first, ...others] = candidates
  if (first === undefined) return ['', '', '']
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  return [first.identityId, first.name ?? '', `${first.by}${more}`]
}

function hintOf({ dryRun, actions }: ImportReport): string {
  const undecided =
    actions.undecided === 0
      ? []
      : [
          'Undecided contacts want a person: `siagh-sync import --report contacts.csv` writes all rows; put create, skip or the id of',
          'the right identity into the column `decision`, then `siagh-sync import --apply --decisions contacts.csv`.',
        ]
  const what = actions.undecided === 0 ? 'it' : 'the rest'
  const apply = dryRun && actions.created + actions.linked > 0 ? [`\`siagh-sync import --apply\` does ${what}.`] : []
  return [...undecided, ...apply].join('\n')
}
