import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { err, ok, type Result } from 'neverthrow'
import { decodeText } from '@siagh-sync/service/env-file'
import * as z from 'zod'
import type { ImportDecision } from '@siagh-sync/first-import'
import { misuse, type Failure } from '../failure'

/** What people decided about contacts, by Siagh `Code`. */
export type Decisions = ReadonlyMap<number, ImportDecision>

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** A row, and the line of the file that it begins in. */
const rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }))

/**
 * Reads the CSV file that `import --report` wrote and a person filled in: `create`, `skip` or the id of an identity in the column
 * `decision`, nothing where nothing is decided. Spreadsheets may have saved it with `;` or a tab, or as UTF-16; in windows-1256 too, since
 * code and decision are of ASCII, and nothing else of a row is read. Everything that is wrong is told at once, with its line.
 */
export async function readDecisions(file: string, name: string): Promise<Result<Decisions, Failure>> {
  const content = await readFile(file).catch((error: unknown) => String(error))
  if (typeof content === 'string') return err(misuse(`${name} cannot be read: ${content.replace(/^Error: /, '')}`))
  // A spreadsheet's own file is a ZIP archive.
  if (content.subarray(0, 2).toString() === 'PK') return err(misuse(`${name} is no CSV file: save the sheet as CSV.`))
  return parseDecisions(decodeText(content), name)
}

/** As `readDecisions` does, of text. */
export function parseDecisions(text: string, name: string): Result<Decisions, Failure> {
  const line = text.split(/\r\n|\r|\n/).findIndex((each) => each.includes('\0')) + 1
  if (line > 0) return err(misuse(`${name} cannot be read from line ${line} on: ${SAVE_AGAIN}`))
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].find((mark) => columnsOf(head, mark).includes('decision')) ?? ','
  const columns = columnsOf(head, delimiter)
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0) return err(misuse(`${name} has no column ${missing.join(' and ')} in its first line.`))
  const twice = COLUMNS.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
  if (twice.length > 0) return err(misuse(`${name} has two columns ${twice.join(' and ')}: remove one of them.`))
  const read = parsed(text, delimiter, columns.length)
  if (typeof read === 'string') return err(misuse(`${name} is no CSV file: ${read}`))
  return decide(read, name)
}

const COLUMNS = ['code', 'decision']
const SAVE_AGAIN = 'save the sheet anew, as CSV UTF-8.'

function columnsOf(head: string, delimiter: string): string[] {
  return head.split(delimiter).map((column) => visible(column.replaceAll('"', '')).toLowerCase())
}

/** A spreadsheet of Persian text leaves marks of direction and hard spaces in cells; none is part of a code or a decision. */
function visible(cell: string): string {
  return cell.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim()
}

function parsed(text: string, delimiter: string, width: number): z.output<typeof rows> | string {
  try {
    const columns = (head: readonly string[]) => head.map((column) => visible(column).toLowerCase())
    const options = { bom: true, delimiter, columns, info: true, trim: true, skip_empty_lines: true } as const
    return rows.parse(parse(text, { ...options, relax_column_count_less: true }))
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
      return `line ${String(error['lines'])} has more cells than the ${width} of the first line, so that the decision may be in another column.`
    }
    return error instanceof Error ? error.message : String(error)
  }
}

function decide(read: z.output<typeof rows>, name: string): Result<Decisions, Failure> {
  const decisions = new Map<number, ImportDecision>()
  const faults: string[] = []
  for (const { info, record } of read) {
    const [code, given] = [visible(record['code'] ?? ''), visible(record['decision'] ?? '')]
    if (given === '') continue
    const decision = readDecision(given)
    const number = /^\d+$/.test(code) ? Number(code) : undefined
    if (number === undefined) faults.push(`line ${info.lines}: "${code}" is no code of a contact`)
    else if (decision === undefined)
      faults.push(`line ${info.lines}: "${given}" is none of create, skip, or the id of an identity`)
    else if (decisions.has(number)) faults.push(`line ${info.lines}: contact ${number} has been decided about above`)
    else decisions.set(number, decision)
  }
  return faults.length === 0 ? ok(decisions) : err(misuse(`Decisions in ${name} are wrong:`, faults))
}

function readDecision(given: string): ImportDecision | undefined {
  const word = given.toLowerCase()
  if (word === 'create' || word === 'skip') return word
  const [, id] = GUID.exec(given) ?? []
  return id === undefined ? undefined : linkTo(id)
}

const linkTo = (id: string) => ({ link: id.toLowerCase() })
