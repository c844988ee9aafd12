import { sql } from 'kysely'
import { KEPT_TIMES, type Dialect } from '../dialect'
import type { Ask } from './ask'
import { prepared, type Slots } from '../prepared'
import { notedAgain, type Noted } from '../queries/note'
import type { InboxTable, KeyColumns } from '../schema'
import { createBatch } from './batch'
import { isAboutRow, isRace } from './sql-state'

/** Notes of one record as one row. */
type NotedRow = Noted & Pick<InboxTable, 'generation' | 'latest_at'> & { readonly earlier: readonly number[] }

type Arrays = { readonly [Name in keyof Omit<NotedRow, 'earlier'>]: readonly NotedRow[Name][] } & {
  readonly earlier_at: readonly (string | null)[]
}

const LIMIT = 500
const TRIES = 5

const nameOf = ({ company, kind, crm_id }: KeyColumns) => JSON.stringify([company, kind, crm_id])

/**
 * Returns a function that notes a change and returns its generation. Notes that arrive together are written by one
 * statement in one commit. Its text is the same for any number of notes.
 */
export function createNoteBatch(dialect: Dialect, ask: Ask): (note: Noted) => Promise<{ readonly generation: number }> {
  const statement = prepareNotes(dialect)
  const write = async (rows: readonly NotedRow[], tries = 1): Promise<readonly (number | undefined)[]> => {
    try {
      const written = await ask(statement(toArrays(rows)))
      const generations = new Map(
        (written as (KeyColumns & Pick<InboxTable, 'generation'>)[]).map((row) => [nameOf(row), row.generation]),
      )
      // An id with malformed text is stored as another text, and so it is not found here: half a surrogate pair
      // becomes U+FFFD.
      return rows.map((row) => generations.get(nameOf(row)))
    } catch (cause) {
      if (!isRace(cause) || tries === TRIES) throw cause
      return write(rows, tries + 1)
    }
  }
  const isAboutAll = (cause: unknown) => !isAboutRow(cause) && !isRace(cause)
  const join = createBatch({ nameOf, fold, write, isAboutOneRow: isAboutRow, isAboutAll, limit: LIMIT })
  return async (note) => {
    const { answer, behind } = await join(note)
    return { generation: answer - behind }
  }
}

/**
 * A note on a pending entry does not change when it is due. So of several notes the first decides when the entry is
 * due, and the last one decides its content. A revisit is different: a note after it may be due earlier.
 */
function fold(row: NotedRow | undefined, note: Noted): NotedRow | null {
  if (row === undefined) return { ...note, generation: 1, latest_at: note.at, earlier: [] }
  if (row.triggered_by === 'revisit') return null
  const { event, type, triggered_by, at } = note
  const earlier = [...row.earlier, row.latest_at].slice(-KEPT_TIMES)
  return { ...row, generation: row.generation + 1, event, type: type ?? row.type, triggered_by, latest_at: at, earlier }
}

function toArrays(rows: readonly NotedRow[]): Arrays {
  return {
    company: rows.map(({ company }) => company),
    kind: rows.map(({ kind }) => kind),
    crm_id: rows.map(({ crm_id }) => crm_id),
    generation: rows.map(({ generation }) => generation),
    event: rows.map(({ event }) => event),
    type: rows.map(({ type }) => type),
    triggered_by: rows.map(({ triggered_by }) => triggered_by),
    at: rows.map(({ at }) => Math.round(at)),
    latest_at: rows.map(({ latest_at }) => Math.round(latest_at)),
    // PostgreSQL allows only arrays of arrays that all have the same length.
    earlier_at: rows.map(({ earlier }) => (earlier.length === 0 ? null : `{${earlier.map(Math.round).join()}}`)),
  }
}

function prepareNotes({ db, times }: Dialect) {
  return prepared((at: Slots<Arrays>) =>
    db
      .insertInto('inbox')
      .columns([
        ...(['company', 'kind', 'crm_id', 'generation', 'event', 'type', 'triggered_by'] as const),
        ...(['noted_at', 'latest_at', 'earlier_at', 'state', 'attempts', 'due_at'] as const),
      ])
      .expression(
        sql`select company, kind, crm_id, generation, event, type, triggered_by, noted_at, latest_at, earlier_at::bigint[], 'pending', 0, noted_at
          from unnest(${at.company}::text[], ${at.kind}::text[], ${at.crm_id}::text[], ${at.generation}::bigint[],
            ${at.event}::text[], ${at.type}::text[], ${at.triggered_by}::text[], ${at.at}::bigint[], ${at.latest_at}::bigint[],
            ${at.earlier_at}::text[])
          as note (company, kind, crm_id, generation, event, type, triggered_by, noted_at, latest_at, earlier_at)`,
      )
      .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(notedAgain(times)))
      .returning(['company', 'kind', 'crm_id', 'generation']),
  )
}
