import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { err, ok, type Result } from 'neverthrow'
import type { ImportedContact, ImportDecision } from '@siagh-sync/sync-core'
import { cannotStart, misuse, type Failure } from '../failure'
import type { Decisions } from './decisions'
import { reasonOf } from './reason-of'

/** A CSV file that grows by a row for each contact. */
export interface ReportFile {
  /** Resolves when there is room for more, so that a slow disk does not fill the memory. */
  add(contact: ImportedContact): Promise<void>
  close(): Promise<void>
}

const COLUMNS = [
  'code',
  'name',
  'type',
  'action',
  'by',
  'identity_id',
  'reason',
  'candidates',
  'suspicions',
  'record_id',
  'decision',
] as const

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number>>

/**
 * Begins the report of an import: UTF-8 with the mark by which Excel knows it, and no cell that a spreadsheet would take for a formula.
 * `decision` holds what was decided already. Refuses to replace a file that may hold somebody's decisions.
 */
export async function createReportFile(
  path: string,
  name: string,
  { replace, decisions }: { readonly replace: boolean; readonly decisions: Decisions },
): Promise<Result<ReportFile, Failure>> {
  const file = createWriteStream(path, { flags: replace ? 'w' : 'wx' })
  try {
    await once(file, 'open')
  } catch (error) {
    return err(refusal(name, error))
  }
  const csv = stringify({
    header: true,
    columns: [...COLUMNS],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  csv.pipe(file)
  return ok({
    async add(contact) {
      if (!csv.write(inOneLine(rowOf(contact, decisions.get(contact.code))))) await once(csv, 'drain')
    },
    async close() {
      csv.end()
      await finished(file)
    },
  })
}

function refusal(name: string, error: unknown): Failure {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EEXIST') {
    return misuse(`${name} is there already, and may hold decisions: give another name, or --force to replace it.`)
  }
  return cannotStart(`${name} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
}

function rowOf(contact: ImportedContact, decision: ImportDecision | undefined): Row {
  const { code, name, type, action, by = '', identityId = '', candidates, suspicions, recordId } = contact
  return {
    code,
    name,
    type,
    action,
    by,
    identity_id: identityId,
    reason: reasonOf(contact),
    candidates: candidates
      .map((it) => [it.identityId, it.name ?? '', `(${it.by})`].filter((part) => part !== '').join(' '))
      .join('; '),
    suspicions: suspicions.join(', '),
    record_id: recordId,
    decision: decision === undefined ? '' : typeof decision === 'string' ? decision : decision.link,
  }
}

/** So that the number of a row in a spreadsheet is the number of its line, which is told where a decision is wrong. */
function inOneLine(row: Row): Row {
  const flat = (cell: string | number) => (typeof cell === 'string' ? cell.replace(/\p{Cc}+/gu, ' ') : cell)
  return { ...row, name: flat(row.name), reason: flat(row.reason), candidates: flat(row.candidates) }
}
