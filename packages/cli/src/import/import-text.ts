import type { ImportedContact, ImportReport, ReadState } from '@siagh-sync/first-import'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { table, type Column } from '../output/table'
import type { Style } from '../output/style'
import { reasonOf, reasonOfError } from './reason-of'
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
export function importText(
  report: ImportReport,
  rows: FirstRows,
  unreadable: readonly UnreadableIdentity[],
  limit: number,
  style: Style,
): string {
  // Nothing is done about any contact before both sides are read.
  if (!isRead(report)) return headOf(report)
  const sections = SECTIONS.map(([action, section]) =>
    draw(section, rows.of(action), report.actions[action], limit, style),
  )
  const suspicious = draw(SUSPICIOUS, rows.suspicious(), undefined, limit, style)
  const broken = drawUnreadable(unreadable, report.unreadable, style)
  const parts = [headOf(report), totals(report, style), broken, ...sections, suspicious, hintOf(report)]
  return parts.filter((part) => part !== '').join('\n\n')
}

function isRead({ read }: ImportReport): boolean {
  return read.crm === 'whole' && read.siagh === 'whole'
}

function headOf(report: ImportReport): string {
  const { dryRun, complete, actions } = report
  const written = dryRun ? ['Dry run: nothing was written.'] : []
  if (!complete) return [...written, ...interrupted(report)].join('\n')
  const isOver = actions.created + actions.linked + actions.failed === 0
  const over = dryRun ? 'An import would change nothing.' : 'Nothing was left to do, and nothing has changed.'
  return [...written, sizesOf(report), ...(isOver ? [over] : [])].join('\n')
}

function sizesOf({ contacts, identities }: ImportReport): string {
  return `${contacts} contacts in Siagh, ${identities} identities in the CRM.`
}

/** What was read and what was done before it was interrupted. A side that was not read is not empty. */
function interrupted(report: ImportReport): string[] {
  const { dryRun, read, contacts, identities, actions } = report
  const done = Object.values(actions).reduce((sum, count) => sum + count, 0)
  const sizes = sizesOf(report)
  const decided = dryRun ? 'looked at' : 'dealt with'
  const stopped = 'Stopped before it was done: this is how far it came.'
  if (isRead(report)) return [stopped, sizes, `${done} of these contacts were ${decided} before the interruption.`]
  return [
    stopped,
    `The CRM: ${readSoFar(read.crm, identities, 'identities')}.`,
    `Siagh: ${readSoFar(read.siagh, contacts, 'contacts')}.`,
    'No contact was imported yet: that begins when both sides are read.',
  ]
}

function readSoFar(state: ReadState, count: number, what: string): string {
  switch (state) {
    case 'whole':
      return `all ${count} ${what} were read`
    case 'partly':
      return `${count} ${what} were read so far; how many there are is not known`
    case 'not':
      return 'nothing was read yet'
  }
}

function drawUnreadable(unreadable: readonly UnreadableIdentity[], count: number, style: Style): string {
  if (count === 0) return ''
  const first = count > unreadable.length ? `, the first ${unreadable.length}` : ''
  const columns: readonly Column[] = [
    { head: 'identity', isWhole: true },
    { head: 'name' },
    { head: 'customer number' },
    { head: 'why' },
  ]
  const rows = unreadable.map(({ id, name = '', customerNumber = '', error }) => [
    id,
    name,
    customerNumber,
    reasonOfError(error),
  ])
  return [
    style.colors.bold(`Listed by the CRM, and cannot be read: ${count}${first}`),
    ...(rows.length > 0 ? [table(style, columns, rows)] : []),
    'A contact that may be one of these is left undecided (identity_unreadable), so that no second identity is made of it. Open them in',
    'the CRM and mend or delete them; the next import then decides by itself.',
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
