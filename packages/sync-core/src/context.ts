import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { RecentNotes } from './catch-up/recent-notes'
import type { Outage } from './handle/outage'
import type { ContactIndex } from './identity/contact-index'
import type { FiscalYearSource } from './invoice/fiscal-year-source'
import type { StoreClaim } from './origin/store-claim'
import type { Clock } from './ports/clock'
import type { Logger } from './ports/logger'
import type { Queue } from './ports/queue'
import type { Lease, Store } from './ports/store'
import type { Rules } from './rules'
import type { Hold } from './run/hold'
import type { RecordKey, Trigger } from './types'

/** What every part of one company's synchronisation works with. */
export interface SyncContext {
  readonly company: string
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  readonly store: Store
  readonly queue: Queue
  readonly rules: Rules
  readonly logger: Logger
  readonly clock: Clock
  /** From 0 to 1, for jitter. */
  readonly random: () => number
  readonly contacts: ContactIndex
  readonly outage: Outage
  readonly fiscalYear: FiscalYearSource
  readonly recentNotes: RecentNotes
  readonly claim: StoreClaim
}

/** One handling of one record, under its lease. Its clients note every call that is made. */
export interface Run extends SyncContext {
  readonly key: RecordKey
  readonly lease: Lease
  readonly hold: Hold
  readonly trigger: Trigger
  /** When it was first asked for, on our clock: what the CRM is asked about was there by then. */
  readonly askedAt: number
  /** The context without the noting: what a run within this run starts from. */
  readonly context: SyncContext
  readonly calls: readonly string[]
  /** Where a run within this run leaves its calls: the journal has them there, but they tell of the servers here too. */
  readonly nested: string[]
  /** Asks for another run of this record at `at`, beside whatever the CRM says until then. */
  readonly revisit: (at: number) => void
}
