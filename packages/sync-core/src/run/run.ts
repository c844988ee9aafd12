import type { Result, ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import type { Outage } from '../handle/outage'
import type { RunGate } from '../held/run-gate'
import type { ContactSource } from '../identity/shared-contact-list'
import type { Gap, Store } from '../ports/store'
import type { Outcome, RecordKey, Trigger } from '../types'
import type { Call, Calls } from './calls'
import type { Hold } from './hold'
import type { MappingRecord } from './mapping-record'
import type { HeldRecord } from './with-record'

/**
 * One handling of one record, under its lease. Functions declare by `Pick` which parts they use. All calls of `siagh`,
 * `crm` and `contacts` are recorded.
 */
export interface Run extends Calls, Pick<RunContext, 'rules' | 'clock' | 'logger' | 'updates'> {
  readonly key: RecordKey
  readonly hold: Hold
  readonly gaps: readonly Gap[]
  readonly trigger: Trigger
  /**
   * When the run was first requested, on our clock. The data that the run reads from the CRM was there at that time.
   */
  readonly askedAt: number
  /** The record's own mapping. */
  readonly mapping: MappingRecord
  /** Decides whether a write may leave. */
  readonly gate: RunGate
  readonly contacts: ContactSource
  readonly login: SiaghLogin
  readonly outage: Pick<Outage, 'isLeftAlone'>
  readonly others: OtherRecords
  /** Requests another run of this record at `at`, even if the CRM reports no change until then. */
  readonly revisit: (at: number) => void
}

/** What the login to Siagh says. */
interface SiaghLogin {
  /** Makes sure that the login leads to the books that the store belongs to. */
  confirm(): ResultAsync<void, SyncError>
  /** `undefined`: Siagh names none. */
  fiscalYear(): ResultAsync<number | undefined, SyncError>
}

/** What a run may do with other records of its company. */
export interface OtherRecords {
  readonly mappings: Pick<Store['mappings'], 'get' | 'findByCode' | 'list'>
  /** Takes the lease of another record for `work`. */
  hold<T>(key: RecordKey, work: (record: HeldRecord) => ResultAsync<T, SyncError>): ResultAsync<T, SyncError>
  /** Handles another record in a run of its own, and records the end of that run. */
  handle(key: RecordKey, work: (run: Run) => ResultAsync<Outcome, SyncError>): ResultAsync<DoneRun, SyncError>
}

/** The reason for a run. */
export interface Occasion {
  readonly trigger: Trigger
  readonly attempt: number
  /** When the run was requested, if that was before it began. */
  readonly notedAt?: number
}

/** The result of a run, and what the run has done. */
export interface DoneRun {
  readonly occasion: Occasion
  readonly result: Result<Outcome, SyncError>
  readonly mapping: MappingRecord
  readonly gate: RunGate
  readonly calls: readonly Call[]
  /** The calls of other runs that this run has started. */
  readonly nested: readonly Call[]
  readonly startedAt: number
  readonly durationMs: number
  readonly revisitAt?: number
}
