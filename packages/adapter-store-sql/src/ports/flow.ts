import { randomUUID } from 'node:crypto'
import type {
  ChangedInbox,
  FinishRun,
  Flow,
  InboxChange,
  InboxEntry,
  Lease,
  MappingDraft,
  RunEnd,
  SaveMapping,
} from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { toColumns, toKey } from '../key-columns'
import { mapped, type Operation } from '../operation'
import type { KeyColumns } from '../schema'
import { toGap } from './gaps'
import { toHeldChange, toHeldRow } from './held-changes'
import { toEntry, toFailureColumns } from './inbox-rows'
import { toLine } from './journal'
import type { EntryChange, FinishedRow, LeasedWrites, RecordRows, RunEndRows } from './leased-writes'
import { toMapping, toMappingRow } from './mapping-rows'
import type { Runner } from './runner'

/**
 * The visits of a run, over SQL. `begin` does not wait for the disk, like the taking of a lease: see ./leases.ts. A
 * power failure can undo only a lease there. Nothing is sent under a lease before `intend` is on disk.
 */
export function sqlFlow(runner: Runner, leased: LeasedWrites): Flow {
  return {
    begin(key, ttlMs) {
      const columns = toColumns(key)
      const token = randomUUID()
      return runner
        .writeUnsynced(() => leased.begin({ ...columns, token, ttl_ms: ttlMs }))
        .andThen((begun) => {
          if (begun === undefined) return okAsync(null)
          const lease = { key, token, expiresAt: begun.expires_at }
          const read = begun.record
            ? okAsync(toRecord(begun.record))
            : runner.read(() => mapped(leased.readRecord(columns), toRecord))
          return read.map((record) => ({ lease, ...record }))
        })
    },
    intend: (lease, draft, expectedVersion) => runner.write(() => save(leased, lease, draft, expectedVersion)),
    finish: (lease, end) => runner.writeWhole(() => finish(leased, lease, end)),
  }
}

const toRecord = ({ entry, mapping, gaps, heldChange }: RecordRows) => ({
  entry: entry && toEntry(entry),
  mapping: mapping && toMapping(mapping),
  gaps: gaps.map(toGap),
  heldChange: heldChange && toHeldChange(heldChange),
})

function* save(
  leased: LeasedWrites,
  lease: Lease,
  draft: MappingDraft,
  expectedVersion: number,
): Operation<SaveMapping> {
  // The lease of another record does not protect this mapping, even if the caller believes it does.
  if (!isFor(lease, draft)) return { status: 'lease_lost' }
  const row = toMappingRow(draft, expectedVersion + 1)
  const saved = yield* leased.save(lease.token, row, expectedVersion)
  switch (saved.status) {
    case 'saved':
      return { status: 'saved', mapping: toMapping({ ...row, updated_at: saved.updatedAt }) }
    case 'taken':
      return { status: 'taken', by: toKey(saved.by) }
    case 'conflict':
    case 'lease_lost':
      return saved
  }
}

function* finish(leased: LeasedWrites, { key, token }: Lease, end: RunEnd): Operation<FinishRun> {
  const { mapping, journal, inbox, heldChange, keepLease = false } = end
  if (mapping?.draft && !isFor({ key }, mapping.draft)) return { status: 'lease_lost' }
  if (heldChange && !isFor({ key }, heldChange)) return { status: 'lease_lost' }
  const columns = toColumns(key)
  const row = mapping?.draft ? toMappingRow(mapping.draft, mapping.expectedVersion + 1) : null
  const rows: RunEndRows = {
    ...(mapping && { mapping: { row, expectedVersion: mapping.expectedVersion } }),
    ...(journal && { line: toLine(journal) }),
    ...(inbox && { change: toEntryChange(columns, inbox) }),
    ...(heldChange !== undefined && { heldChange: heldChange && toHeldRow(heldChange) }),
    keepLease,
  }
  return toFinish(yield* leased.finish({ ...columns, token }, rows), rows)
}

function toFinish(end: FinishedRow, { mapping, change }: RunEndRows): FinishRun {
  switch (end.status) {
    case 'finished': {
      const saved = mapping?.row && toMapping({ ...mapping.row, updated_at: end.updatedAt ?? 0 })
      const inbox = change && changedInbox(change.do, end.state)
      return { status: 'finished', ...(saved && { mapping: saved }), ...(inbox && { inbox }) }
    }
    case 'taken':
      return { status: 'taken', by: toKey(end.by) }
    case 'conflict':
    case 'lease_lost':
      return end
  }
}

function toEntryChange(key: KeyColumns, change: InboxChange): EntryChange {
  switch (change.do) {
    case 'settle':
      return { do: 'settle', values: { ...key, generation: change.generation, due_at: change.dueAt } }
    case 'postpone':
      return { do: 'postpone', values: { ...key, ...toFailureColumns(change) } }
    case 'bury':
      return { do: 'bury', values: { ...key, generation: change.generation, ...toFailureColumns(change) } }
  }
}

/** What happened to an entry that was to be changed. */
function changedInbox(change: InboxChange['do'], state: InboxEntry['state'] | undefined): ChangedInbox | undefined {
  switch (state) {
    case 'settled':
      return 'settled'
    case 'failed':
      return 'buried'
    case 'pending':
      return change === 'postpone' ? 'postponed' : 'newer'
    case undefined:
      return undefined
  }
}

const isFor = ({ key: a }: Pick<Lease, 'key'>, { key: b }: Pick<MappingDraft, 'key'>) =>
  a.company === b.company && a.kind === b.kind && a.id === b.id
