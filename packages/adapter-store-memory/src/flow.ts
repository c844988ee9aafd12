import type { ChangedInbox, Clock, Flow, FinishRun, InboxChange, Lease, RunEnd } from '@siagh-sync/sync-core'
import { randomUUID } from 'node:crypto'
import type { Attempt } from './attempt'
import { gapsIn, type GapTable } from './gaps'
import type { HeldChangeTable } from './held-changes'
import { keyOf } from './key-of'
import { toEntry, type InboxTable, type Row } from './inbox-table'
import { buried, postponed, settled } from './inbox-transitions'
import type { LeaseTable } from './leases'
import type { MappingTable } from './mapping-table'
import { refusalOf } from './mappings'
import type { memoryJournal } from './journal'

/** The tables that a run's visits read and write. */
export interface FlowTables {
  readonly leases: LeaseTable
  readonly inbox: InboxTable
  readonly mappings: MappingTable
  readonly gaps: GapTable
  readonly heldChanges: HeldChangeTable
  readonly journal: Pick<ReturnType<typeof memoryJournal>, 'put'>
}

/** The visits of a run, over maps. All checks are made before anything is written. */
export function memoryFlow(attempt: Attempt, tables: FlowTables, clock: Clock): Flow {
  const { leases, inbox, mappings, gaps, heldChanges } = tables
  return {
    begin: (key, ttlMs) =>
      attempt(() => {
        if (leases.isHeld(key)) return null
        const lease = leases.put(key, randomUUID(), ttlMs)
        const row = inbox.get(key)
        const entry = row ? toEntry(row) : null
        return { lease, entry, mapping: mappings.get(key), gaps: gapsIn(gaps), heldChange: heldChanges.get(key) }
      }),
    intend: (lease, draft, expectedVersion) =>
      attempt(() => {
        const refusal = refusalOf(tables, lease, { draft, expectedVersion })
        return refusal ?? { status: 'saved', mapping: mappings.save(draft, expectedVersion + 1, clock.now()) }
      }),
    finish: (lease, end) => attempt(() => finish(tables, clock, lease, end)),
  }
}

function finish(
  tables: FlowTables,
  clock: Clock,
  lease: Lease,
  { mapping, journal, inbox, heldChange, keepLease }: RunEnd,
): FinishRun {
  const { leases, mappings } = tables
  if (!leases.covers(lease)) return { status: 'lease_lost' }
  if (heldChange && keyOf(heldChange.key) !== keyOf(lease.key)) return { status: 'lease_lost' }
  const refusal = mapping && refusalOf(tables, lease, mapping)
  if (refusal) return refusal

  const draft = mapping?.draft
  const saved = draft ? mappings.save(draft, mapping.expectedVersion + 1, clock.now()) : undefined
  if (draft === null) mappings.drop(lease.key)
  if (journal) tables.journal.put(journal)
  const changed = inbox && changeInbox(tables.inbox, lease, inbox)
  if (heldChange !== undefined) tables.heldChanges.put(lease.key, heldChange)
  if (!keepLease) leases.drop(lease.key)
  return { status: 'finished', ...(saved && { mapping: saved }), ...(changed && { inbox: changed }) }
}

function changeInbox(table: InboxTable, { key }: Lease, change: InboxChange): ChangedInbox | undefined {
  const before = table.get(key)
  if (before === undefined) return undefined
  const { state } = table.put(changedRow(before, change))
  return state === 'pending'
    ? change.do === 'postpone'
      ? 'postponed'
      : 'newer'
    : state === 'failed'
      ? 'buried'
      : state
}

function changedRow(before: Row, change: InboxChange): Row {
  switch (change.do) {
    case 'settle':
      return settled(before, change.generation, change.dueAt)
    case 'postpone':
      return postponed(before, change)
    case 'bury':
      return buried(before, change.generation, change)
  }
}
