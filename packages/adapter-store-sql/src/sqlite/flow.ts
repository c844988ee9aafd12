import { firstRow, type Operation, type Statement } from '../operation'
import type { EntryChange, LeasedWrites, RecordRows, RunEndRows } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import { gapQueries } from '../queries/gaps'
import { deleteHeldChange, heldChangeQueries, overwriteHeldChange } from '../queries/held-changes'
import { inboxQueries } from '../queries/inbox'
import {
  buryEntry,
  postponeEntry,
  settleEntry,
  type Buried,
  type Postponed,
  type Settled,
} from '../queries/inbox-changes'
import { journalQueries } from '../queries/journal'
import { deleteLease, leaseQueries, type Holding } from '../queries/leases'
import type { MappingQueries, MappingRow } from '../queries/mappings'
import type { HeldChangeTable, InboxTable, KeyColumns, MappingTable } from '../schema'
import { sqliteDialect } from './dialect'
import { refusalOf } from './refusal-of'

/** What the visits of a run need from the other writes under a lease. */
export interface FlowParts {
  readonly holds: (token: string, key: KeyColumns) => Operation<boolean>
  readonly mappings: MappingQueries
  readonly put: (row: MappingRow) => Statement<Pick<MappingTable, 'updated_at'>>
  readonly remove: (key: KeyColumns) => Statement<Pick<MappingTable, 'version'>>
}

/**
 * The visits of a run. SQLite has one writer at a time, so what was read stays true until the end of the transaction.
 */
export function sqliteFlow({
  holds,
  mappings,
  put,
  remove,
}: FlowParts): Pick<LeasedWrites, 'begin' | 'readRecord' | 'finish'> {
  const leases = leaseQueries(sqliteDialect)
  const journal = journalQueries(sqliteDialect)
  const release = prepared((at: Slots<Holding>) => deleteLease(sqliteDialect, at))
  const change = prepareChanges()
  const writeHeld = heldChangeWriter()
  const readRecord = recordReader(mappings)

  function* writeMapping({ row }: NonNullable<RunEndRows['mapping']>, key: KeyColumns): Operation<number | undefined> {
    if (row) return (yield* firstRow(put(row)))?.updated_at
    yield* firstRow(remove(key))
    return undefined
  }

  return {
    readRecord,
    *begin(term) {
      const record = yield* readRecord(term)
      const taken = yield* leases.acquire(term)
      return taken && { ...taken, record }
    },
    *finish(holding, { mapping, line, change: entry, heldChange, keepLease }) {
      if (!(yield* holds(holding.token, holding))) return { status: 'lease_lost' }
      const refusal = mapping && (yield* refusalOf(mappings, holding, mapping))
      if (refusal) return refusal
      const updatedAt = mapping && (yield* writeMapping(mapping, holding))
      if (line) yield* journal.append(line)
      const state = entry && (yield* firstRow(change(entry)))?.state
      if (heldChange !== undefined) yield* writeHeld(holding, heldChange)
      if (!keepLease) yield* firstRow(release(holding))
      return { status: 'finished', ...(updatedAt !== undefined && { updatedAt }), state }
    },
  }
}

function recordReader(mappings: MappingQueries): (key: KeyColumns) => Operation<RecordRows> {
  const inbox = inboxQueries(sqliteDialect)
  const gaps = gapQueries(sqliteDialect)
  const heldChanges = heldChangeQueries(sqliteDialect)
  return function* (key) {
    const entry = yield* firstRow(inbox.read(key))
    const mapping = yield* mappings.get(key)
    const heldChange = (yield* heldChanges.read(key)) ?? null
    return { entry: entry ?? null, mapping: mapping ?? null, gaps: yield* gaps.list(), heldChange }
  }
}

function heldChangeWriter(): (key: KeyColumns, row: HeldChangeTable | null) => Operation<void> {
  const { db } = sqliteDialect
  const put = prepared((at: Slots<HeldChangeTable>) =>
    db
      .insertInto('held_change')
      .values({
        company: at.company,
        kind: at.kind,
        crm_id: at.crm_id,
        state: at.state,
        write: at.write,
        fingerprint: at.fingerprint,
        fields_json: at.fields_json,
        waits_for: at.waits_for,
        at: at.at,
      })
      .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(overwriteHeldChange))
      .returning('state'),
  )
  const remove = prepared((at: Slots<KeyColumns>) => deleteHeldChange(sqliteDialect, at).returning('state'))
  return function* (key, row) {
    if (row) yield* firstRow(put(row))
    else yield* firstRow(remove(key))
  }
}

function prepareChanges(): (change: EntryChange) => Statement<Pick<InboxTable, 'state'>> {
  const settle = prepared((at: Slots<Settled>) => settleEntry(sqliteDialect, at))
  const postpone = prepared((at: Slots<Postponed>) => postponeEntry(sqliteDialect.db, at))
  const bury = prepared((at: Slots<Buried>) => buryEntry(sqliteDialect.db, at))
  return (change) => {
    switch (change.do) {
      case 'settle':
        return settle(change.values)
      case 'postpone':
        return postpone(change.values)
      case 'bury':
        return bury(change.values)
    }
  }
}
