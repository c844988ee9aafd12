import type { Opened } from '@siagh-sync/service'
import { silentLogger, type EntityRef } from '@siagh-sync/sync-core'
import { PATIENCE } from '../check/patience'
import type { CommandContext } from '../context'
import { inEnglish } from '../messages/cli-messages'
import { isolateIn } from '../output/isolate'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { keyOf, readNames, type RecordNames } from './read-names'
import type { SayOption } from '../commands/define'

/** Says that names are wanted. */
export const namesOption = (say: SayOption) => ['--names', say('opt_names')] as const

/** The names of records where they are wanted. The client is one of its own: nothing of it reaches a log, and it waits for no outage. */
export async function namesOf(
  { interruption, note, speech }: CommandContext,
  opened: Opened | undefined,
  records: readonly EntityRef[],
  areWanted: boolean | undefined,
): Promise<RecordNames | undefined> {
  if (areWanted !== true) return undefined
  if (opened === undefined) {
    note(speech.say('remote_without_names'))
    return undefined
  }
  const { openClients } = await import('../open/service')
  const { crm } = openClients(opened.config, silentLogger, PATIENCE)
  return readNames(crm, records, interruption.signal)
}

/** The fields of a record's name in the output of `--json`. */
export function nameData(names: RecordNames | undefined, record: EntityRef) {
  const name = names?.get(keyOf(record))
  if (name === undefined) return {}
  const { unread, ...known } = name
  return { crm: { ...known, ...(unread && { unread: { code: unread.code, message: inEnglish(unread) } }) } }
}

/** What a person reads of a record's name: nothing where names are not wanted. */
export function nameText(names: RecordNames | undefined, record: EntityRef, style: Style): string | undefined {
  const name = names?.get(keyOf(record))
  if (name === undefined) return undefined
  const { speech } = style
  const shown = (text: string) => isolateIn(style, oneLine(text))
  const parts = [
    ...(name.number === undefined ? [] : [speech.say('name_number', { number: shown(name.number) })]),
    ...(name.name === undefined ? [] : [nameIn(record, shown(name.name), style)]),
    ...(name.unread === undefined ? [] : [speech.tell(name.unread)]),
  ]
  return speech.list(parts)
}

function nameIn({ kind }: EntityRef, name: string, { speech }: Style): string {
  return kind === 'identity' ? name : speech.say('name_customer', { name })
}

/** Each record once, with its name, below a table that has no room for names. */
export function nameLines(
  names: RecordNames | undefined,
  records: readonly EntityRef[],
  style: Style,
): readonly string[] {
  if (names === undefined) return []
  const distinct = new Map(records.map((record) => [keyOf(record), record]))
  return ['', ...[...distinct.values()].map((record) => `${record.id}  ${nameText(names, record, style) ?? ''}`)]
}
