import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { err, ok, type Result } from 'neverthrow'
import * as z from 'zod'
import type { ImportDecision } from '@siagh-sync/sync-core'
import { misuse, type Failure } from '../failure'

/** What people decided about contacts, by Siagh `Code`. */
export type Decisions = ReadonlyMap<number, ImportDecision>

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** A row, and the line of the file that it begins in. */
const rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }))

/**
 * Reads the CSV file that `import --report` wrote and a person filled in: `create`, `skip` or the id of an identity in the column
 * `decision`, nothing where nothing is decided. Spreadsheets may have saved it with `;` or a tab, or as UTF-16. Everything that is wrong
 * is told at once, with its line.
 */
export async function readDecisions(file: string, name: string): Promise<Result<Decisions, Failure>> {
  const content = await readFile(file).catch((error: unknown) => String(error))
  if (typeof content === 'string') return err(misuse(`${name} cannot be read: ${content.replace(/^Error: /, '')}`))
  // A spreadsheet's own file is a ZIP archive.
  if (content.subarray(0, 2).toString() === 'PK') return err(misuse(`${name} is no CSV file: save the sheet as CSV.`))
  return parseDecisions(textOf(content), name)
}

/** Code and decision are of ASCII: in whatever encoding the names beside them were saved, these two are right. */
function textOf(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex')
  return new TextDecoder(mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8').decode(content)
}

/** As `readDecisions` does, of text. */
export function parseDecisions(text: string, name: string): Result<Decisions, Failure> {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].find((mark) => columnsOf(head, mark).includes('decision')) ?? ','
  const missing = ['code', 'decision'].filter((column) => !columnsOf(head, delimiter).includes(column))
  if (missing.length > 0) return err(misuse(`${name} has no column ${missing.join(' and ')} in its first line.`))
  const read = parsed(text, delimiter)
  if (typeof read === 'string') return err(misuse(`${name} is no CSV file: ${read}`))
  return decide(read, name)
}

function columnsOf(head: string, delimiter: string): string[] {
  return head.split(delimiter).map((column) =>
    column
      .replace(/["\uFEFF]/g, '')
      .trim()
      .toLowerCase(),
  )
}

function parsed(text: string, delimiter: string): z.output<typeof rows> | string {
  try {
    const columns = (head: readonly string[]) => head.map((column) => column.trim().toLowerCase())
    const options = { bom: true, delimiter, columns, info: true, trim: true, skip_empty_lines: true } as const
    return rows.parse(parse(text, { ...options, relax_column_count: true }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function decide(read: z.output<typeof rows>, name: string): Result<Decisions, Failure> {
  const decisions = new Map<number, ImportDecision>()
  const faults: string[] = []
  for (const { info, record } of read) {
    const { code = '', decision: given = '' } = record
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
