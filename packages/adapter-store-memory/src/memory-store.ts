import { systemClock, type Clock, type Store } from '@siagh-sync/sync-core'
import { createAttempt } from './attempt'
import { memoryGaps } from './gaps'
import { memoryInbox } from './inbox'
import { memoryJournal } from './journal'
import { createLeaseTable, memoryLeases } from './leases'
import { memoryMappings } from './mappings'
import { memoryMarks } from './marks'
import { memoryOrigins } from './origins'

/** What a memory store may be given. */
export interface MemoryStoreOptions {
  /** Decides when leases expire. Default: the machine's clock. */
  readonly clock?: Clock
}

/**
 * A store that forgets everything with the process: for tests and trials. Every call takes effect at once, so callers
 * never interleave. After `close` every method answers `store_unavailable`.
 */
export function memoryStore({ clock = systemClock }: MemoryStoreOptions = {}): Store {
  let open = true
  const attempt = createAttempt(() => open)
  const table = createLeaseTable(clock)
  return {
    mappings: memoryMappings(attempt, table, clock),
    inbox: memoryInbox(attempt, table),
    journal: memoryJournal(attempt),
    leases: memoryLeases(attempt, table),
    marks: memoryMarks(attempt, table),
    origins: memoryOrigins(attempt),
    gaps: memoryGaps(attempt),
    close() {
      const closing = createAttempt(() => true)
      return closing(() => {
        open = false
      })
    },
  }
}
