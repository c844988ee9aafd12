import type { Journal, JournalEntry, SiaghIds, Warning } from '@siagh-sync/sync-core'
import type { Selectable } from 'kysely'
import { toColumns, toKey } from '../key-columns'
import { mapped } from '../operation'
import { toPage } from '../paging'
import type { JournalQueries, NewLine } from '../queries/journal'
import type { JournalTable } from '../schema'
import type { Runner } from './runner'
import { readSeries, type CountRuns } from './series'

/** The journal port over SQL. */
export function sqlJournal(runner: Runner, queries: JournalQueries, countRuns: CountRuns): Journal {
  return {
    add: (entry) => runner.write(() => queries.append(toLine(entry))).map(() => undefined),
    list: (company, filter, page) =>
      runner.read(() =>
        mapped(queries.list(company, filter, page), (rows) =>
          toPage(rows, page, toEntry, (row) => [row.at, row.place]),
        ),
      ),
    series: (company, request) => readSeries(runner, countRuns, company, request),
    purge: (company, before, limit) =>
      runner.writeUnsynced(() => queries.purge(company, before, limit)).map((rows) => rows.length),
  }
}

/** The journal row of an entry. */
export function toLine(entry: JournalEntry): NewLine {
  return {
    ...toColumns(entry.key),
    at: entry.at,
    triggered_by: entry.trigger,
    attempt: entry.attempt,
    outcome: entry.outcome ?? null,
    error_kind: entry.error ?? null,
    siagh_json: entry.siagh === undefined ? null : JSON.stringify(entry.siagh),
    duration_ms: entry.durationMs,
    calls_json: JSON.stringify(entry.calls),
    warnings_json: JSON.stringify(entry.warnings),
    person: entry.by ?? null,
  }
}

function toEntry(line: Selectable<JournalTable>): JournalEntry {
  return {
    at: line.at,
    key: toKey(line),
    trigger: line.triggered_by,
    attempt: line.attempt,
    ...(line.outcome !== null && { outcome: line.outcome }),
    ...(line.error_kind !== null && { error: line.error_kind }),
    ...(line.siagh_json !== null && { siagh: JSON.parse(line.siagh_json) as SiaghIds }),
    durationMs: line.duration_ms,
    calls: JSON.parse(line.calls_json) as readonly string[],
    warnings: JSON.parse(line.warnings_json) as readonly Warning[],
    ...(line.person !== null && { by: line.person }),
  }
}
