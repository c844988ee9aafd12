import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { Outage } from './handle/outage'
import type { ContactIndex } from './identity/contact-index'
import type { Clock } from './ports/clock'
import type { Logger } from './ports/logger'
import type { Queue } from './ports/queue'
import type { Lease, Store } from './ports/store'
import type { Rules } from './rules'
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
}

/** One handling of one record, under its lease. Its clients note every call that is made. */
export interface Run extends SyncContext {
  readonly key: RecordKey
  readonly lease: Lease
  readonly trigger: Trigger
  readonly calls: readonly string[]
  /** Asks for another run of this record at `at`, beside whatever the CRM says until then. */
  readonly revisit: (at: number) => void
}
