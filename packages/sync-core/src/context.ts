import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { RecentNotes } from './catch-up/recent-notes'
import type { Outage } from './handle/outage'
import type { HoldRule } from './held/hold-rule'
import type { RunMode } from './held/judge-write'
import type { ShadowMark } from './held/shadow-state'
import type { SharedContactList } from './identity/shared-contact-list'
import type { UpdateGuard } from './identity/update-guard'
import type { FiscalYearSource } from './invoice/fiscal-year-source'
import type { StoreClaim } from './origin/store-claim'
import type { Clock } from './ports/clock'
import type { Logger } from './ports/logger'
import type { Queue } from './ports/queue'
import type { Store } from './ports/store'
import type { Rules } from './rules'
import type { Calls } from './run/calls'

/** What one run needs. */
export interface RunContext extends Calls {
  readonly company: string
  readonly store: Store
  readonly queue: Queue
  readonly rules: Rules
  readonly logger: Logger
  readonly clock: Clock
  readonly contacts: SharedContactList
  /** Whether contacts may be updated. */
  readonly updates: UpdateGuard
  readonly outage: Pick<Outage, 'isLeftAlone'>
  readonly fiscalYear: FiscalYearSource
  readonly claim: StoreClaim
  readonly mode: RunMode
  /** Which writes wait for an operator. */
  readonly hold: HoldRule
}

/** Everything that one company's synchronisation has. No part needs all of it: each names with `Pick` what it uses. */
export interface SyncContext extends RunContext {
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  /** From 0 to 1, for jitter. */
  readonly random: () => number
  readonly outage: Outage
  readonly shadow: ShadowMark
  readonly recentNotes: RecentNotes
}

/** What is needed to note a change and to wake a worker. */
export type NotingContext = Pick<SyncContext, 'store' | 'queue' | 'clock' | 'logger' | 'company'>

/** What is needed to hold a lease. */
export type LeaseContext = Pick<SyncContext, 'store' | 'clock' | 'rules' | 'logger'>

/**
 * What a sync shares with packages that work on a whole company: its servers, adapters, rules and clock; `claim`,
 * which says whether the store belongs to these servers; `outage`, which says which server has just lost an answer; and
 * `mode`: in shadow its servers refuse every write.
 */
export type SyncInternals = Pick<
  SyncContext,
  | 'company'
  | 'crm'
  | 'siagh'
  | 'store'
  | 'queue'
  | 'rules'
  | 'logger'
  | 'clock'
  | 'random'
  | 'outage'
  | 'claim'
  | 'mode'
>
