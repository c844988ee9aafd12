import type { Generated } from 'kysely'
import type {
  ChangeEvent,
  EntityKind,
  IdentityType,
  InboxEntry,
  MappingState,
  MappingTarget,
  OutcomeKind,
  SyncErrorKind,
  Trigger,
} from '@siagh-sync/sync-core'

/** The tables, the same behind every dialect. Times are milliseconds since 1970; `…_json` columns hold JSON text. */
export interface Schema {
  readonly mapping: MappingTable
  readonly inbox: InboxTable
  readonly journal: JournalTable
  readonly lease: LeaseTable
  readonly mark: MarkTable
  readonly origin: OriginTable
  readonly gap: GapTable
  readonly move: MoveTable
}

/** Which record a row is about: the primary key of every table but the journal and those below the leases. */
export interface KeyColumns {
  readonly company: string
  readonly kind: EntityKind
  readonly crm_id: string
}

/** `target`, `code` and `record_id_lower` carry the promise that no counterpart belongs to two records of a company. */
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
 * `noted_at` is when the earliest note came that is not settled, `latest_at` when the latest came, and `earlier_at` lists when the last
 * of those before that came.
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
}

/** `place` tells entries of one instant apart: the later appended has the higher one. */
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
}

/** A row outlives its lease: it counts only while `expires_at` is to come. */
export interface LeaseTable extends KeyColumns {
  readonly token: string
  readonly expires_at: number
}

/** How far something has come. */
export interface MarkTable {
  readonly company: string
  readonly name: string
  readonly value: number
}

/** Which servers a company belongs to; `origin_json` is null where an older version has recorded none. */
export interface OriginTable {
  readonly company: string
  readonly origin_json: string | null
}

/** A restore, and when its backup was made, where that is known. */
export interface GapTable {
  readonly restored_at: number
  readonly backed_up_at: number | null
}

/** Where the store was moved to: whoever opens it is sent there. */
interface MoveTable {
  readonly moved_at: number
  readonly place: string
}
