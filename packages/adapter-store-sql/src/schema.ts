import type { Generated } from 'kysely'
import type {
  ChangeEvent,
  EntityKind,
  HeldChange,
  IdentityType,
  InboxEntry,
  MappingState,
  MappingTarget,
  OutcomeKind,
  SyncErrorKind,
  Trigger,
} from '@siagh-sync/sync-core'

/**
 * The tables. They are the same in every database. Times are milliseconds since 1970. `…_json` columns hold JSON
 * text.
 */
export interface Schema {
  readonly mapping: MappingTable
  readonly inbox: InboxTable
  readonly journal: JournalTable
  readonly lease: LeaseTable
  readonly mark: MarkTable
  readonly origin: OriginTable
  readonly gap: GapTable
  readonly held_change: HeldChangeTable
  readonly move: MoveTable
  readonly named_value: NamedValueTable
}

/** The columns that name the record of a row. They are the primary key of mapping, inbox and lease. */
export interface KeyColumns {
  readonly company: string
  readonly kind: EntityKind
  readonly crm_id: string
}

/**
 * The unique indexes on `target`, `code` and `record_id_lower` ensure that no counterpart belongs to two records of a
 * company.
 */
export interface MappingTable extends KeyColumns {
  readonly target: MappingTarget
  readonly state: MappingState
  readonly code: string | null
  readonly record_id: string | null
  readonly record_id_lower: string | null
  readonly number: string | null
  readonly fingerprint: string
  readonly detail_json: string
  readonly version: number
  readonly updated_at: number
}

/**
 * `noted_at`: when the earliest note came that is not settled. `latest_at`: when the latest note came. `earlier_at`:
 * when the last notes before that one came. `error_code`: the reason of a failure, by which failures are grouped.
 */
export interface InboxTable extends KeyColumns {
  readonly generation: number
  readonly event: ChangeEvent
  readonly type: IdentityType | null
  readonly triggered_by: Trigger
  readonly noted_at: number
  readonly latest_at: number
  readonly earlier_at: string | null
  readonly state: InboxEntry['state']
  readonly attempts: number
  readonly due_at: number
  readonly error_kind: SyncErrorKind | null
  readonly error_message: string | null
  readonly error_details_json: string | null
  readonly error_code: string | null
}

/** `place` orders entries of the same instant: a later entry has a higher place. */
export interface JournalTable extends KeyColumns {
  readonly place: Generated<number>
  readonly at: number
  readonly triggered_by: Trigger
  readonly attempt: number
  readonly outcome: OutcomeKind | null
  readonly error_kind: SyncErrorKind | null
  readonly siagh_json: string | null
  readonly duration_ms: number
  readonly calls_json: string
  readonly warnings_json: string
  readonly person: string | null
}

/** A row may stay after its lease has ended. It counts only while `expires_at` is in the future. */
export interface LeaseTable extends KeyColumns {
  readonly token: string
  readonly expires_at: number
}

/** How far an endless piece of work has come. */
export interface MarkTable {
  readonly company: string
  readonly name: string
  readonly value: number
}

/** The servers of a company. `origin_json` is null if an older version has recorded none. */
export interface OriginTable {
  readonly company: string
  readonly origin_json: string | null
}

/** A restore. `backed_up_at`: when its backup was made, if that is known. */
export interface GapTable {
  readonly restored_at: number
  readonly backed_up_at: number | null
}

/** A write that does not leave by itself. */
export interface HeldChangeTable extends KeyColumns {
  readonly state: HeldChange['state']
  readonly write: HeldChange['write']
  readonly fingerprint: string
  readonly fields_json: string
  readonly waits_for: string | null
  readonly at: number
}

/** A JSON value. */
export interface NamedValueTable {
  readonly company: string
  readonly name: string
  readonly value_json: string
  readonly version: number
}

/** Where the store was moved to. Opening it gives an error that names the new place. */
interface MoveTable {
  readonly moved_at: number
  readonly place: string
}
