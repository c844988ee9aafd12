import type { ImportedContact, ImportDecision } from '@siagh-sync/first-import'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { err, ok, type Result } from 'neverthrow'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { cannotStart, misuse, type Failure } from '../failure'
import type { Decisions } from './decisions'
import { reasonOf, reasonOfError } from './reason-of'
import { cliSaying } from '../messages/cli-messages'
import type { Speech } from '../speech/speech'
import { candidateLine } from './candidate-line'

/** A CSV file that grows by a row for each contact, and for each identity that cannot be read. */
export interface ReportFile {
  /** Resolves when there is room for the next row, so a slow disk does not fill the memory. After a disk error it adds nothing. */
  add(contact: ImportedContact): Promise<void>
  /** This row has no contact code, so it cannot hold a decision. */
  addUnreadable(identity: UnreadableIdentity): Promise<void>
  /** `written`: all rows are in the file. `untouched`: there was no row, and a new file was removed. Error: rows are missing. */
  close(): Promise<Result<'written' | 'untouched', Failure>>
}

const COLUMNS = [
  'code',
  'name',
  'type',
  'telephone',
  'address',
  'action',
  'by',
  'identity_id',
  'reason',
  'candidates',
  'suspicions',
  'record_id',
  'decision',
] as const

/** How a report is begun. */
interface ReportOptions {
  readonly replace: boolean
  readonly decisions: Decisions
  /** The language of the reasons. */
  readonly speech: Speech
}

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number>>

/**
 * Begins the report of an import. It is UTF-8 with a byte order mark, which Excel needs, and no cell is read as a
 * formula. `decision` holds the decisions that exist already. A file that is there is refused without `replace`, because
 * it may hold somebody's decisions. With `replace`, the file stays as it is until the first row.
 */
export async function createReportFile(
  path: string,
  name: string,
  { replace, decisions, speech }: ReportOptions,
): Promise<Result<ReportFile, Failure>> {
  const isNew = !existsSync(path)
  const opened = await tryTo(name, () => open(path, replace ? 'a' : 'wx'))
  if (opened.isErr()) return err(opened.error)
  const file = opened.value
  let rows: Rows | undefined
  const add = async (row: Row) => {
    rows ??= await beginRows(file, name)
    await rows.add(inOneLine(row))
  }
  return ok({
    add: (contact) => add(rowOf(contact, decisions.get(contact.code), speech)),
    addUnreadable: (identity) => add(rowOfUnreadable(identity, speech)),
    async close() {
      if (rows !== undefined) return (await rows.close()).map(() => 'written' as const)
      await file.close()
      if (isNew) await rm(path, { force: true })
      return ok('untouched')
    },
  })
}

interface Rows {
  add(row: Row): Promise<void>
  close(): Promise<Result<void, Failure>>
}

async function beginRows(file: FileHandle, name: string): Promise<Rows> {
  // A device, as in `--report /dev/stdout`, cannot be cut.
  if ((await file.stat()).isFile()) await file.truncate(0)
  const csv = stringify({
    header: true,
    columns: [...COLUMNS],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const written = tryTo(name, () => pipeline(csv, file.createWriteStream()))
  const over = written.then(() => {})
  const drained = async () => {
    try {
      await once(csv, 'drain')
    } catch {
      // `written` has the same error, and `close` returns it.
    }
  }
  return {
    async add(row) {
      if (csv.writable && !csv.write(row)) await Promise.race([drained(), over])
    },
    async close() {
      csv.end()
      return written
    },
  }
}

async function tryTo<T>(name: string, work: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(refusal(name, error))
  }
}

function refusal(name: string, error: unknown): Failure {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EEXIST') {
    return misuse(cliSaying('report_is_there', { file: name }))
  }
  const reason = error instanceof Error ? error.message : String(error)
  return cannotStart(cliSaying('file_unwritable', { file: name, reason }))
}

function rowOf(contact: ImportedContact, decision: ImportDecision | undefined, speech: Speech): Row {
  const { code, name, type, telephone = '', address = '', action, by = '', identityId = '' } = contact
  const { candidates, suspicions, recordId } = contact
  return {
    code,
    name,
    type,
    telephone,
    address,
    action,
    by,
    identity_id: identityId,
    reason: reasonOf(contact, speech),
    candidates: candidates.map((candidate, at) => `${at + 1}) ${candidateLine(candidate, speech)}`).join('; '),
    suspicions: suspicions.join(', '),
    record_id: recordId,
    decision: decision === undefined ? '' : typeof decision === 'string' ? decision : decision.link,
  }
}

function rowOfUnreadable({ id, name = '', error }: UnreadableIdentity, speech: Speech): Row {
  const blank = {
    code: '',
    type: '',
    telephone: '',
    address: '',
    by: '',
    candidates: '',
    suspicions: '',
    record_id: '',
    decision: '',
  }
  return { ...blank, name, action: 'unreadable', identity_id: id, reason: reasonOfError(error, speech) }
}

/** Removes line breaks. So the number of a row in a spreadsheet is its line number in the file, which errors name. */
function inOneLine(row: Row): Row {
  const flat = (cell: string | number) => (typeof cell === 'string' ? cell.replace(/\p{Cc}+/gu, ' ') : cell)
  const typed = { telephone: flat(row.telephone), address: flat(row.address) }
  return { ...row, ...typed, name: flat(row.name), reason: flat(row.reason), candidates: flat(row.candidates) }
}
