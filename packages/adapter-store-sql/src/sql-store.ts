import type { Store } from '@siagh-sync/sync-core'
import type { Kysely } from 'kysely'
import { sqlInbox } from './ports/inbox'
import { sqlJournal } from './ports/journal'
import { sqlLeases } from './ports/leases'
import { sqlMappings } from './ports/mappings'
import type { Runner } from './ports/runner'
import { inboxQueries } from './queries/inbox'
import { inboxLists } from './queries/inbox-lists'
import { journalQueries } from './queries/journal'
import { leaseQueries } from './queries/leases'
import { mappingQueries } from './queries/mappings'
import type { Schema } from './schema'

/** The store over any SQL database: `db` writes its dialect, `runner` runs what was written. */
export function sqlStore(db: Kysely<Schema>, runner: Runner, close: Store['close']): Store {
  const leases = leaseQueries(db)
  return {
    mappings: sqlMappings(runner, mappingQueries(db), leases),
    inbox: sqlInbox(runner, inboxQueries(db), inboxLists(db), leases),
    journal: sqlJournal(runner, journalQueries(db)),
    leases: sqlLeases(runner, leases),
    close,
  }
}
