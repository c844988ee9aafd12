import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { err, ok, type Result } from 'neverthrow'
import { decodeText, UNREADABLE } from '@siagh-sync/service/env-file'
import type { Saying } from '@siagh-sync/sync-core/messages'
import * as z from 'zod'
import type { ImportDecision } from '@siagh-sync/first-import'
import { misuse, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { readDecision } from './read-decision'

/** What people decided about contacts, by Siagh `Code`. */
export type Decisions = ReadonlyMap<number, ImportDecision>

/** A row, and the line of the file that it begins in. */
const rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }))

/**
 * Reads the CSV file that `import --report` wrote and a person filled in. The column `decision` holds what
 * `readDecision` understands; an empty cell is no decision. A spreadsheet may have saved the file with `;` or a tab, as
 * UTF-16, or in windows-1256. The error lists all faults with their lines.
 */
export async function readDecisions(file: string, name: string): Promise<Result<Decisions, Failure>> {
  const content = await readFile(file).catch((error: unknown) => whyUnreadable(error, name))
  if ('code' in content) return err(misuse(content))
  // A spreadsheet's own file is a ZIP archive.
  if (content.subarray(0, 2).toString() === 'PK') {
    return err(misuse(cliSaying('decisions_no_csv_sheet', { file: name })))
  }
  const text = decodeText(content)
  // Persian words of another encoding are no text in UTF-8.
  return parseDecisions(text.includes(UNREADABLE) ? new TextDecoder('windows-1256').decode(content) : text, name)
}

function whyUnreadable(error: unknown, file: string): Saying {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (isMissing) return cliSaying('decisions_missing', { file })
  return cliSaying('decisions_unreadable', { file, reason: String(error).replace(/^Error: /, '') })
}

/** As `readDecisions` does, of text. */
export function parseDecisions(text: string, name: string): Result<Decisions, Failure> {
  const line = text.split(/\r\n|\r|\n/).findIndex((each) => each.includes('\0')) + 1
  if (line > 0) return err(misuse(cliSaying('decisions_broken_from', { file: name, line })))
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].find((mark) => columnsOf(head, mark).includes('decision')) ?? ','
  const columns = columnsOf(head, delimiter)
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    return err(misuse(cliSaying('decisions_without_column', { file: name, columns: named(missing) })))
  const twice = COLUMNS.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
  if (twice.length > 0) return err(misuse(cliSaying('decisions_column_twice', { file: name, columns: named(twice) })))
  const read = parsed(text, delimiter, columns.length)
  return read.match(
    (found) => decide(found, name),
    (reason) => err(misuse(cliSaying('decisions_no_csv', { file: name, reason }))),
  )
}

const COLUMNS = ['code', 'decision']

function named(columns: readonly string[]): Saying | string {
  return columns.reduce<Saying | string>(
    (first, second) => (first === '' ? second : cliSaying('settings_both', { first, second })),
    '',
  )
}

function columnsOf(head: string, delimiter: string): string[] {
  return head.split(delimiter).map((column) => visible(column.replaceAll('"', '')).toLowerCase())
}

/** A spreadsheet of Persian text leaves marks of direction and hard spaces in cells; none is part of a code or a decision. */
function visible(cell: string): string {
  return cell.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim()
}

function parsed(text: string, delimiter: string, width: number): Result<z.output<typeof rows>, Saying | string> {
  try {
    const columns = (head: readonly string[]) => head.map((column) => visible(column).toLowerCase())
    const options = { bom: true, delimiter, columns, info: true, trim: true, skip_empty_lines: true } as const
    return ok(rows.parse(parse(text, { ...options, relax_column_count_less: true })))
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
      return err(cliSaying('decisions_more_cells', { line: String(error['lines']), width }))
    }
    return err(error instanceof Error ? error.message : String(error))
  }
}

function decide(read: z.output<typeof rows>, name: string): Result<Decisions, Failure> {
  const decisions = new Map<number, ImportDecision>()
  const faults: Saying[] = []
  for (const { info, record } of read) {
    const [code, given] = [visible(record['code'] ?? ''), visible(record['decision'] ?? '')]
    if (given === '') continue
    const decided = decideRow(code, readDecision(given, code, record['candidates'] ?? ''), decisions)
    if (decided.isErr()) faults.push(cliSaying('decision_at_line', { line: info.lines, fault: decided.error }))
    else decisions.set(Number(code), decided.value)
  }
  return faults.length === 0 ? ok(decisions) : err(misuse(cliSaying('decisions_wrong', { file: name }), faults))
}

function decideRow(
  code: string,
  decision: Result<ImportDecision, Saying>,
  before: Decisions,
): Result<ImportDecision, Saying> {
  if (!/^\d+$/.test(code)) return err(cliSaying('decision_without_code', { given: code }))
  if (decision.isOk() && before.has(Number(code))) return err(cliSaying('decision_twice', { code }))
  return decision
}
