import type { EntityKind } from '@siagh-sync/sync-core'
import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow } from '../operation'
import type { LeasedWrites, SavedRow } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import type { Holding } from '../queries/leases'
import { overwriteMapping, type MappingRow } from '../queries/mappings'
import type { KeyColumns } from '../schema'
import { isHeld, lockHeld } from './held-lease'

/** The values for a save. */
export type Save = Slots<MappingRow & Holding & { readonly expected: number }>

/** The write of mappings under a lease. */
export function leasedMappings(dialect: Dialect): Pick<LeasedWrites, 'save'> {
  const save = prepareSave(dialect)
  return {
    *save(token, row, expected) {
      const end = yield* firstRow(save({ ...row, token, expected }))
      return end === undefined ? { status: 'lease_lost' } : toSaved(end, row, expected)
    },
  }
}

interface SaveEnd {
  readonly held: unknown
  readonly version: number | null
  readonly rival_kind: EntityKind | null
  readonly rival_id: string | null
  readonly updated_at: number | null
}

function toSaved(end: SaveEnd, { company }: MappingRow, expected: number): SavedRow {
  if (end.held !== true) return { status: 'lease_lost' }
  if (end.updated_at !== null) return { status: 'saved', updatedAt: end.updated_at }
  if ((end.version ?? 0) !== expected) return { status: 'conflict' }
  if (end.rival_kind !== null && end.rival_id !== null)
    return { status: 'taken', by: { company, kind: end.rival_kind, crm_id: end.rival_id } }
  // Somebody with the same lease has written the same version while this statement was working.
  return { status: 'conflict' }
}

/**
 * Checks the lease, the version and the rivals, and writes, in one statement. It does not see a rival that commits
 * meanwhile, but then the unique index refuses the write. The runner runs it again, and the second time it finds the
 * rival.
 */
function prepareSave(dialect: Dialect) {
  const { db } = dialect
  return prepared((at: Save) =>
    db
      .with('held', () => lockHeld(dialect, at))
      .with('present', () => selectVersion(dialect, at))
      .with('rival', () => selectRivals(dialect, at))
      .with('saved', () => insertMapping(dialect, at))
      .selectNoFrom((eb) => [
        eb.exists(eb.selectFrom('held').select('held.token')).as('held'),
        eb.selectFrom('present').select('present.version').as('version'),
        eb.selectFrom('rival').select('rival.kind').as('rival_kind'),
        eb.selectFrom('rival').select('rival.crm_id').as('rival_id'),
        eb.selectFrom('saved').select('saved.updated_at').as('updated_at'),
      ]),
  )
}

/** The present version of the mapping. */
export const selectVersion = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db
    .selectFrom('mapping')
    .select('version')
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

/**
 * Another record of the company with the same code, or else with the same `RecordId`. A column that is null has no
 * rival.
 */
export function selectRivals({ db }: Dialect, at: Save) {
  const others = (precedence: 1 | 2) =>
    db
      .selectFrom('mapping')
      .select(['kind', 'crm_id', sql.lit(precedence).as('precedence')])
      .where('company', '=', at.company)
      .where((eb) => eb.not(eb.and({ kind: at.kind, crm_id: at.crm_id })))
  return others(1)
    .where((eb) => eb.and({ target: at.target, code: at.code }))
    .unionAll(others(2).where('record_id_lower', '=', at.record_id_lower))
    .orderBy('precedence')
    .limit(sql.lit(1))
}

/**
 * Writes the mapping if the lease is `held`, the version in `present` is the expected one, and there is no `rival`.
 */
export function insertMapping({ db, now }: Dialect, at: Save) {
  return db
    .insertInto('mapping')
    .columns([
      ...(['company', 'kind', 'crm_id', 'target', 'state', 'code', 'record_id', 'record_id_lower'] as const),
      ...(['number', 'fingerprint', 'detail_json', 'version', 'updated_at'] as const),
    ])
    .expression(
      sql`select ${at.company}, ${at.kind}, ${at.crm_id}, ${at.target}, ${at.state}, ${at.code}, ${at.record_id},
        ${at.record_id_lower}, ${at.number}, ${at.fingerprint}, ${at.detail_json}, ${at.version}::bigint, ${now}
        where ${isHeld} and not exists (select from rival)
          and coalesce((select version from present), 0) = ${at.expected}::bigint`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['company', 'kind', 'crm_id'])
        .doUpdateSet(overwriteMapping)
        .where('mapping.version', '=', at.expected),
    )
    .returning('updated_at')
}

/** Deletes the mapping if the lease is `held` and the mapping has the expected version. */
export const deleteMapping = ({ db }: Dialect, at: Slots<Holding & { readonly expected: number }>) =>
  db
    .deleteFrom('mapping')
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, version: at.expected }))
    .where(isHeld)
    .returning('version')
