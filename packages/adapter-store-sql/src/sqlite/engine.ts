import type { Store } from '@siagh-sync/sync-core'
import { firstRow } from '../operation'
import type { Runner } from '../ports/runner'
import { prepareNote } from '../queries/note'
import type { Engine } from '../sql-store'
import { sqliteDialect } from './dialect'
import { sqliteLeasedWrites } from './leased-writes'

/** What the store needs of SQLite. Notes that come together are committed together by the runner, as all writes are. */
export function sqliteEngine(runner: Runner, close: Store['close']): Engine {
  const note = prepareNote(sqliteDialect.db)
  return {
    dialect: sqliteDialect,
    runner,
    leased: sqliteLeasedWrites(),
    writeNote: (noted) =>
      runner.write(() => firstRow(note(noted))).map((row) => ({ generation: row?.generation ?? 1 })),
    close,
  }
}
