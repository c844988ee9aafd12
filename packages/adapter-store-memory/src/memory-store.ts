import { systemClock, type Clock, type Store } from '@siagh-sync/sync-core'
import { createAttempt } from './attempt'
import { memoryFlow } from './flow'
import { memoryGaps, type GapTable } from './gaps'
import { createHeldChangeTable, memoryHeldChanges } from './held-changes'
import { memoryInbox } from './inbox'
import { createInboxTable } from './inbox-table'
import { memoryJournal } from './journal'
import { createLeaseTable, memoryLeases } from './leases'
import { createMappingTable } from './mapping-table'
import { memoryMappings } from './mappings'
import { memoryMarks } from './marks'
import { memoryOrigins } from './origins'
import { memoryValues } from './values'

/** The options of a memory store. */
export interface MemoryStoreOptions {
  /** Decides when leases expire. Default: the machine's clock. */
  readonly clock?: Clock
}

/**
 * A store in the memory of the process, for tests and trials. It forgets everything at the end of the process. Every
 * call takes effect at once, so calls never overlap. After `close` every method returns `store_unavailable`.
 */
export function memoryStore({ clock = systemClock }: MemoryStoreOptions = {}): Store {
  let open = true
  const attempt = createAttempt(() => open)
  const leases = createLeaseTable(clock)
  const mappings = createMappingTable()
  const inbox = createInboxTable()
  const gaps: GapTable = new Map()
  const heldChanges = createHeldChangeTable()
  const { put, ...journal } = memoryJournal(attempt)
  return {
    ...memoryFlow(attempt, { leases, inbox, mappings, gaps, heldChanges, journal: { put } }, clock),
    mappings: memoryMappings(attempt, mappings),
    inbox: memoryInbox(attempt, leases, inbox),
    journal,
    leases: memoryLeases(attempt, leases),
    marks: memoryMarks(attempt, leases),
    origins: memoryOrigins(attempt),
    gaps: memoryGaps(attempt, gaps),
    heldChanges: memoryHeldChanges(attempt, heldChanges),
    values: memoryValues(attempt),
    close() {
      const closing = createAttempt(() => true)
      return closing(() => {
        open = false
      })
    },
  }
}
