import type { Store } from '@siagh-sync/sync-core'
import { firstRow, type Operation } from '../operation'
import type { Runner } from '../ports/runner'
import { prepareNote, type Noted } from '../queries/note'
import type { Engine } from '../sql-store'
import { sqliteDialect } from './dialect'
import { sqliteLeasedWrites } from './leased-writes'

/** The SQLite parts of the store. Notes that come together are committed together by the runner, like all writes. */
export function sqliteEngine(runner: Runner, close: Store['close']): Engine {
  const note = prepareNote(sqliteDialect)
  function* write(noted: Noted): Operation<{ readonly generation: number }> {
    const row = yield* firstRow(note(noted))
    if (row === undefined) throw new Error('SQLite returned no generation for a note')
    return row
  }
  return {
    dialect: sqliteDialect,
    runner,
    leased: sqliteLeasedWrites(),
    writeNote: (noted) => runner.write(() => write(noted)).map(({ generation }) => ({ generation })),
    close,
  }
}
