import type { Store } from '@siagh-sync/sync-core'
import type { Dialect } from './dialect'
import { sqlFlow } from './ports/flow'
import { sqlGaps } from './ports/gaps'
import { sqlHeldChanges } from './ports/held-changes'
import { sqlInbox, type WriteNote } from './ports/inbox'
import { sqlJournal } from './ports/journal'
import type { LeasedWrites } from './ports/leased-writes'
import { sqlLeases } from './ports/leases'
import { sqlMappings } from './ports/mappings'
import { sqlMarks } from './ports/marks'
import { sqlOrigins } from './ports/origins'
import type { Runner } from './ports/runner'
import { sqlValues } from './ports/values'
import { gapQueries } from './queries/gaps'
import { heldChangeQueries } from './queries/held-changes'
import { inboxQueries } from './queries/inbox'
import { journalQueries } from './queries/journal'
import { leaseQueries } from './queries/leases'
import { mappingQueries } from './queries/mappings'
import { markQueries } from './queries/marks'
import { originQueries } from './queries/origins'
import { seriesQuery } from './queries/series'
import { valueQueries } from './queries/values'

/** The parts of the store that depend on the database. */
export interface Engine {
  readonly dialect: Dialect
  readonly runner: Runner
  readonly leased: LeasedWrites
  readonly writeNote: WriteNote
  readonly close: Store['close']
}

/** The store over any SQL database. */
export function sqlStore({ dialect, runner, leased, writeNote, close }: Engine): Store {
  return {
    ...sqlFlow(runner, leased),
    mappings: sqlMappings(runner, mappingQueries(dialect)),
    inbox: sqlInbox(runner, inboxQueries(dialect), writeNote),
    journal: sqlJournal(runner, journalQueries(dialect), seriesQuery(dialect)),
    leases: sqlLeases(runner, leaseQueries(dialect)),
    marks: sqlMarks(runner, markQueries(dialect), leased),
    origins: sqlOrigins(runner, originQueries(dialect)),
    gaps: sqlGaps(runner, gapQueries(dialect)),
    heldChanges: sqlHeldChanges(runner, heldChangeQueries(dialect)),
    values: sqlValues(runner, valueQueries(dialect)),
    close,
  }
}
