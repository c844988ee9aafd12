import type { EntityKind, InboxChange } from '@siagh-sync/sync-core'
import { sql, type RawBuilder } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow, type Statement } from '../operation'
import type { FinishedRow, LeasedWrites, RunEndRows } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import {
  buryEntry,
  postponeEntry,
  settleEntry,
  type Buried,
  type Postponed,
  type Settled,
} from '../queries/inbox-changes'
import { deleteHeldChange, heldChangeColumns, overwriteHeldChange } from '../queries/held-changes'
import { insertLine, type NewLine } from '../queries/journal'
import { deleteLease, selectHeld, type Holding } from '../queries/leases'
import type { HeldChangeTable, InboxTable, KeyColumns } from '../schema'
import { lockHeld } from './held-lease'
import { deleteMapping, insertMapping, selectRivals, selectVersion, type Save } from './leased-mappings'

/** The parts of a run's end. Ends with the same parts use the same statement. */
interface Shape {
  readonly mapping: 'saved' | 'removed' | 'left'
  readonly hasLine: boolean
  readonly change: InboxChange['do'] | 'none'
  readonly heldChange: 'put' | 'removed' | 'left'
  readonly keepLease: boolean
}

interface Ended {
  readonly held: unknown
  readonly written: unknown
  readonly version?: number | null
  readonly rival_kind?: EntityKind | null
  readonly rival_id?: string | null
  readonly updated_at?: number | null
  readonly state?: InboxTable['state'] | null
}

/**
 * The last visit of a run, in one statement: the mapping first, and the other parts only if the mapping was written.
 * If a rival record commits meanwhile, the unique index refuses the write. The runner then runs the statement again,
 * and the second time it finds the rival. `save` works in the same way.
 */
export function finishRun(dialect: Dialect): Pick<LeasedWrites, 'finish'> {
  const statements = new Map<string, (values: object) => Statement<Ended>>()
  const statementOf = (shape: Shape) => {
    const name = JSON.stringify(shape)
    const statement = statements.get(name) ?? prepareFinish(dialect, shape)
    statements.set(name, statement)
    return statement
  }
  return {
    *finish(holding, end) {
      const ended = yield* firstRow(statementOf(shapeOf(end))(valuesOf(holding, end)))
      return ended === undefined ? { status: 'lease_lost' } : toFinished(ended, holding, end)
    },
  }
}

const shapeOf = ({ mapping, line, change, heldChange, keepLease }: RunEndRows): Shape => ({
  mapping: mapping ? (mapping.row ? 'saved' : 'removed') : 'left',
  hasLine: line !== undefined,
  change: change?.do ?? 'none',
  heldChange: heldChange === undefined ? 'left' : heldChange ? 'put' : 'removed',
  keepLease,
})

/** The prefixes are needed because the journal, the entry and the mapping have columns with the same names. */
function valuesOf(holding: Holding, { mapping, line, change, heldChange }: RunEndRows): object {
  return {
    ...mapping?.row,
    expected: mapping?.expectedVersion,
    ...holding,
    ...prefixed('line', line),
    ...prefixed('entry', change?.values),
    ...prefixed('waiting', heldChange ?? undefined),
  }
}

const prefixed = (prefix: string, values: object = {}): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]: [string, unknown]) => [`${prefix}.${name}`, value]))

/** The slots of values with a prefix. */
function slotsOf<Values>(at: unknown, prefix: string): Slots<Values> {
  return new Proxy({} as Slots<Values>, {
    get: (_target, name) => Reflect.get(at as object, `${prefix}.${String(name)}`) as unknown,
  })
}

function toFinished(ended: Ended, { company }: KeyColumns, { mapping }: RunEndRows): FinishedRow {
  if (ended.held !== true) return { status: 'lease_lost' }
  if (ended.written === true) {
    const { updated_at: updatedAt, state } = ended
    return { status: 'finished', ...(typeof updatedAt === 'number' && { updatedAt }), state: state ?? undefined }
  }
  const { rival_kind: kind, rival_id: id } = ended
  const isExpected = (ended.version ?? 0) === mapping?.expectedVersion
  if (isExpected && kind && typeof id === 'string') return { status: 'taken', by: { company, kind, crm_id: id } }
  // The version is another one, or somebody with the same lease has written this version while this statement was
  // working.
  return { status: 'conflict' }
}

const isWritten = sql<boolean>`exists (select from written)`

function prepareFinish(dialect: Dialect, shape: Shape): (values: object) => Statement<Ended> {
  return prepared((at: Slots<object>) => ({
    compile: () => {
      const mapping = mappingParts(dialect, shape, at as Save)
      const rest = restParts(dialect, shape, at)
      const parts = [sql`held as (${lease(dialect, shape, at as Slots<Holding>)})`, ...mapping.parts, ...rest.parts]
      const columns = [
        sql`exists (select from held) as held`,
        sql`${isWritten} as written`,
        ...mapping.columns,
        ...rest.columns,
      ]
      return sql<Ended>`with ${sql.join(parts)} select ${sql.join(columns)}`.compile(dialect.db)
    },
  }))
}

/**
 * Locks the lease. A lease that will be given back gets the stronger lock at once: two statements that share it first
 * would wait for each other.
 */
const lease = (dialect: Dialect, { keepLease }: Shape, at: Slots<Holding>) =>
  keepLease ? lockHeld(dialect, at) : selectHeld(dialect, at).forUpdate()

interface Parts {
  readonly parts: readonly RawBuilder<unknown>[]
  readonly columns: readonly RawBuilder<unknown>[]
}

function mappingParts(dialect: Dialect, { mapping }: Shape, at: Save): Parts {
  switch (mapping) {
    case 'left':
      return { parts: [sql`written as (select from held)`], columns: [] }
    case 'removed':
      return {
        parts: [sql`removed as (${deleteMapping(dialect, at)})`, sql`written as (select from removed)`],
        columns: [],
      }
    case 'saved':
      return {
        parts: [
          sql`present as (${selectVersion(dialect, at)})`,
          sql`rival as (${selectRivals(dialect, at)})`,
          sql`saved as (${insertMapping(dialect, at)})`,
          sql`written as (select from saved)`,
        ],
        columns: [
          sql`(select version from present) as version`,
          sql`(select kind from rival) as rival_kind`,
          sql`(select crm_id from rival) as rival_id`,
          sql`(select updated_at from saved) as updated_at`,
        ],
      }
  }
}

function restParts(dialect: Dialect, { hasLine, change, heldChange, keepLease }: Shape, at: unknown): Parts {
  const changed = changeOf(dialect, change, at)
  const parts = [
    ...(hasLine ? [sql`lined as (${insertLine(dialect, slotsOf<NewLine>(at, 'line'), isWritten)})`] : []),
    ...(changed ? [sql`changed as (${changed.where(isWritten)})`] : []),
    ...heldChangeParts(dialect, heldChange, at),
    ...(keepLease ? [] : [sql`released as (${deleteLease(dialect, at as Slots<Holding>).where(isWritten)})`]),
  ]
  return { parts, columns: changed ? [sql`(select state from changed) as state`] : [] }
}

function heldChangeParts(dialect: Dialect, change: Shape['heldChange'], at: unknown): readonly RawBuilder<unknown>[] {
  switch (change) {
    case 'left':
      return []
    case 'removed':
      return [sql`unheld as (${deleteHeldChange(dialect, at as Slots<Holding>).where(isWritten)})`]
    case 'put':
      return [sql`waiting as (${putHeldChange(dialect, slotsOf<HeldChangeTable>(at, 'waiting'))})`]
  }
}

const putHeldChange = ({ db }: Dialect, at: Slots<HeldChangeTable>) =>
  db
    .insertInto('held_change')
    .columns(heldChangeColumns)
    .expression(
      sql`select ${at.company}, ${at.kind}, ${at.crm_id}, ${at.state}, ${at.write}, ${at.fingerprint},
        ${at.fields_json}, ${at.waits_for}::text, ${at.at}::bigint where ${isWritten}`,
    )
    .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(overwriteHeldChange))

function changeOf(dialect: Dialect, change: Shape['change'], at: unknown) {
  switch (change) {
    case 'settle':
      return settleEntry(dialect, slotsOf<Settled>(at, 'entry'))
    case 'postpone':
      return postponeEntry(dialect.db, slotsOf<Postponed>(at, 'entry'))
    case 'bury':
      return buryEntry(dialect.db, slotsOf<Buried>(at, 'entry'))
    case 'none':
      return undefined
  }
}
