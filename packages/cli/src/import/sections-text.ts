import type { ImportedContact, ImportReport } from '@siagh-sync/first-import'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import type { Column } from '../output/column'
import { table } from '../output/table'
import type { Style } from '../output/style'
import type { Speech } from '../speech/speech'
import { reasonOf } from './reason-of'
import type { FirstRows } from './rows'
import { titleOf } from './title-of'

/** What is shown of an import beside the counts. */
export interface Shown {
  readonly rows: FirstRows
  readonly unreadable: readonly UnreadableIdentity[]
  /** How many of each kind at most. */
  readonly limit: number
  /** Whether the end says which command comes next. */
  readonly hints: boolean
}

/** The columns beside code and name, and their contents. */
interface Section {
  readonly action: 'failed' | 'skipped' | 'linked' | 'created'
  readonly columns: (speech: Speech) => readonly Column[]
  readonly cells: (contact: ImportedContact, speech: Speech) => readonly string[]
}

const why = (speech: Speech): readonly Column[] => [{ head: speech.say('head_why') }]

const SECTIONS: readonly Section[] = [
  { action: 'failed', columns: why, cells: (contact, speech) => [reasonOf(contact, speech)] },
  { action: 'skipped', columns: why, cells: (contact, speech) => [reasonOf(contact, speech)] },
  {
    action: 'linked',
    columns: (speech) => [{ head: speech.say('head_identity'), isWhole: true }, { head: speech.say('head_by') }],
    cells: ({ identityId = '', by }, speech) => [identityId, by === undefined ? '' : speech.say(`by_${by}`)],
  },
  {
    action: 'created',
    columns: (speech) => [{ head: speech.say('head_type') }],
    cells: ({ type }, speech) => [speech.say(`record_${type}`)],
  },
]

/** The title of a section. A dry run has neither linked nor created anything. */
function sectionOf(action: Section['action'], dryRun: boolean) {
  if (dryRun && action === 'linked') return 'section_to_link'
  if (dryRun && action === 'created') return 'section_to_create'
  return `section_${action}` as const
}

/** The first contacts of each action that asks nothing of anybody, and those to be looked at. */
export function sectionsText(
  { actions, dryRun }: ImportReport,
  { rows, limit }: Shown,
  style: Style,
): readonly string[] {
  const { speech } = style
  const drawn = SECTIONS.map(({ action, columns, cells }) => {
    const contacts = rows.of(action)
    const title = titleOf(sectionOf(action, dryRun), actions[action], contacts.length, style)
    return draw(
      title,
      columns(speech),
      contacts.map((contact) => [contact, cells(contact, speech)]),
      style,
    )
  })
  const suspicious = rows.suspicious()
  const name = speech.say('section_suspicious')
  const title = suspicious.length === limit ? speech.say('titled_first', { title: name, count: limit }) : name
  const what = suspicious.map((contact): [ImportedContact, readonly string[]] => [
    contact,
    [speech.list(contact.suspicions.map((suspicion) => speech.say(`suspicion_${suspicion}`)))],
  ])
  return [...drawn, draw(style.colors.bold(title), [{ head: speech.say('head_what') }], what, style)]
}

function draw(
  title: string,
  columns: readonly Column[],
  contacts: readonly (readonly [ImportedContact, readonly string[]])[],
  style: Style,
): string {
  if (contacts.length === 0) return ''
  const { speech } = style
  const first: readonly Column[] = [
    { head: speech.say('head_code'), align: 'right', isWhole: true },
    { head: speech.say('head_name') },
  ]
  const rows = contacts.map(([{ code, name }, cells]) => [String(code), name, ...cells])
  return `${title}\n${table(style, [...first, ...columns], rows)}`
}
