import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { RecentNotes } from './catch-up/recent-notes'
import type { Outage } from './handle/outage'
import type { SharedContactList } from './identity/shared-contact-list'
import type { FiscalYearSource } from './invoice/fiscal-year-source'
import type { StoreClaim } from './origin/store-claim'
import type { Clock } from './ports/clock'
import type { Logger } from './ports/logger'
import type { Queue } from './ports/queue'
import type { Gap, Store } from './ports/store'
import type { Rules } from './rules'
import type { Call, Calls } from './run/calls'
import type { Hold } from './run/hold'
import type { MappingRecord } from './run/mapping-record'
import type { RecordKey, Trigger } from './types'

/** What the handling of a change works with. */
export interface RunContext extends Calls {
  readonly company: string
  readonly store: Store
  readonly queue: Queue
  readonly rules: Rules
  readonly logger: Logger
  readonly clock: Clock
  /** From 0 to 1, for jitter. */
  readonly random: () => number
  readonly contacts: SharedContactList
  readonly outage: Outage
  readonly fiscalYear: FiscalYearSource
  readonly claim: StoreClaim
}

/** What every part of one company's synchronisation works with. */
export interface SyncContext extends RunContext {
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  readonly recentNotes: RecentNotes
}

/**
 * What the packages that work on a whole company share with a sync: its servers, its adapters, its rules and its clock; whether the store
 * is that of these servers (`claim`), and which server has just lost an answer (`outage`).
 */
export type SyncInternals = Pick<
  SyncContext,
  'company' | 'crm' | 'siagh' | 'store' | 'queue' | 'rules' | 'logger' | 'clock' | 'random' | 'outage' | 'claim'
>

/** One handling of one record, under its lease. Its clients note every call that is made. */
export interface Run
  extends Calls, Pick<RunContext, 'rules' | 'clock' | 'contacts' | 'outage' | 'fiscalYear' | 'claim' | 'logger'> {
  readonly key: RecordKey
  readonly hold: Hold
  readonly trigger: Trigger
  /** When it was first asked for, on our clock: what the CRM is asked about was there by then. */
  readonly askedAt: number
  /** The record's own mapping. */
  readonly mapping: MappingRecord
  /** The mappings of other records. */
  readonly mappings: Pick<Store['mappings'], 'get' | 'findByCode'>
  readonly gaps: readonly Gap[]
  /** The context without the noting: what a run within this run starts from. */
  readonly context: RunContext
  /** Where a run within this run leaves its calls: the journal has them there, but they tell of the servers here too. */
  readonly nested: Call[]
  /** Asks for another run of this record at `at`, beside whatever the CRM says until then. */
  readonly revisit: (at: number) => void
}
