import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import { err, ok } from 'neverthrow'
import { catchUp } from './catch-up/catch-up'
import { keepCatchingUp } from './catch-up/keep-catching-up'
import { createRecentNotes } from './catch-up/recent-notes'
import type { SyncContext } from './context'
import { handle } from './handle/handle'
import { createOutage } from './handle/outage'
import { checkHoldRule, type HoldRule, type Mode } from './held/hold-rule'
import { refuseWrites } from './held/refuse-writes'
import { decideHeld, releaseAll } from './held/release-held'
import { createShadowMark } from './held/shadow-mark'
import { showHeld } from './held/show-held'
import { createSharedContactList } from './identity/shared-contact-list'
import { knownContacts } from './identity/known-contacts'
import { createUpdateGuard } from './identity/create-update-guard'
import { createFiscalYearSource } from './invoice/fiscal-year-source'
import { settleInDoubt } from './invoice/in-doubt'
import { normalizeId } from './key'
import { listInDoubt } from './operate/list-in-doubt'
import { retry, retryAll } from './operate/retry'
import { status } from './operate/status'
import { syncNow } from './operate/sync-now'
import { normalAddress } from './origin/server-address'
import { createStoreClaim } from './origin/store-claim'
import { systemClock, type Clock } from './ports/clock'
import { silentLogger, type Logger } from './ports/logger'
import type { Queue } from './ports/queue'
import type { Store } from './ports/store'
import { noteWithoutTmpid } from './receive/note-and-enqueue'
import { receive } from './receive/receive'
import { startSweep } from './receive/sweep'
import { resolveRules, type RulesInput } from './rules'
import { guardRules } from './run/guard-rules'
import { checkConcurrency, createWorkers, type Workers } from './create-workers'
import type { Sync } from './sync'
import type { EntityRef } from './types'

/** The two servers, the adapters, and the site's own settings. */
export interface SyncOptions {
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  readonly store: Store
  readonly queue: Queue
  /** The name of this company in a store and queue that several companies share. Default `default`. */
  readonly company?: string
  readonly rules?: RulesInput
  /**
   * `shadow`: reads, matches and transforms as usual, and writes nothing to Siagh or the CRM. What was noted in shadow
   * is handled when a sync in the mode `live` starts. Default `live`.
   */
  readonly mode?: Mode
  /** Which writes wait until an operator releases them. Default `none`. */
  readonly hold?: HoldRule
  /**
   * Accepts a store that is recorded as belonging to other servers or another company. For one start, after a server
   * has got a new address. Default `false`.
   */
  readonly acceptNewServers?: boolean
  /** Default: no log. */
  readonly logger?: Logger
  readonly clock?: Clock
  /** From 0 to 1, for the jitter of retries. Default `Math.random`. */
  readonly random?: () => number
}

/**
 * Creates one company's synchronisation. Throws if an option is missing or a rule is wrong, with a sentence that says
 * what to set.
 */
export function createSync(options: SyncOptions): Sync {
  const context = contextOf(options)
  const { company, store } = context
  const workers = workersOf(context)
  // No record is ever noted under the empty id, so it can replace an invalid id.
  const keyOf = ({ kind, id }: EntityRef) => ({ company, kind, id: normalizeId(id) ?? '' })
  const firstPage = { limit: 100 }

  return {
    company,
    syncIdentity: ({ id, type }) => syncNow(context, { kind: 'identity', id }, type ? { type } : {}),
    syncInvoice: ({ id }) => syncNow(context, { kind: 'invoice', id }, {}),
    syncQuote: ({ id }) => syncNow(context, { kind: 'quote', id }, {}),
    receive: (change) => receive(context, change),
    confirmServers: () => context.claim.confirmServers(),
    start: (startOptions) => {
      const concurrency = checkConcurrency(startOptions?.concurrency)
      // If the store is away now, every run asks it again before it does anything.
      return context.claim
        .confirmServers()
        .orElse((error) => (error.kind === 'foreign_store' ? err(error) : ok(undefined)))
        .andThen(() => context.shadow.confirm().orElse(() => ok(undefined)))
        .andThen(() => workers.start(concurrency))
    },
    stop: () => workers.stop(),
    failures: (filter = {}, page = firstPage) => store.inbox.failures(company, filter, page),
    failureReasons: () => store.inbox.failureReasons(company),
    retry: (ref, { by } = {}) => retry(context, keyOf(ref), by),
    retryAll: (filter = {}, { by } = {}) => retryAll(context, filter, by),
    inDoubt: (page = firstPage) => listInDoubt(context, page),
    settleInDoubt: (ref, verdict, { by } = {}) => settleInDoubt(context, keyOf(ref), verdict, by),
    held: (filter = {}, page = firstPage) => store.heldChanges.list(company, { state: 'held', ...filter }, page),
    showHeld: (ref) => showHeld(context, keyOf(ref)),
    release: (ref, options) => decideHeld(context, keyOf(ref), 'released', options),
    releaseAll: (filter = {}, { by } = {}) => releaseAll(context, filter, by),
    refuse: (ref, options) => decideHeld(context, keyOf(ref), 'refused', options),
    history: ({ id, ...filter } = {}, page = firstPage) =>
      store.journal.list(company, id === undefined ? filter : { ...filter, id: normalizeId(id) ?? id }, page),
    status: () => status(context, workers.running()),
    catchUp: (catchUpOptions = {}) => catchUp(context, catchUpOptions),
    internals: context,
  }
}

function workersOf(context: SyncContext): Workers {
  return createWorkers(context, {
    handle(calls) {
      const limited = { ...context, ...calls }
      return (key) => handle(limited, key)
    },
    background: [() => startSweep(context), () => keepCatchingUp(context)],
  })
}

function contextOf(options: SyncOptions): SyncContext {
  // For callers without types. Without this check, a missing option would be noticed only when the first webhook
  // comes.
  const given: Readonly<Record<string, unknown>> = { ...options }
  const missing = ['crm', 'siagh', 'store', 'queue'].filter((name) => !given[name])
  if (missing.length > 0) throw new TypeError(`createSync needs ${missing.join(', ')}`)
  const clock = options.clock ?? systemClock
  const { store, queue, company = 'default', logger = silentLogger, acceptNewServers = false } = options
  const mode = options.mode ?? 'live'
  const rules = guardRules(resolveRules(options.rules))
  const servers = { siagh: normalAddress(options.siagh.baseUrl), crm: normalAddress(options.crm.baseUrl) }
  return {
    ...(mode === 'shadow' ? refuseWrites(options) : { crm: options.crm, siagh: options.siagh }),
    mode,
    hold: checkHoldRule(options.hold ?? 'none'),
    shadow: createShadowMark({ store, queue, clock, rules, logger, company, mode }),
    store,
    queue,
    company,
    rules,
    logger,
    clock,
    random: options.random ?? Math.random,
    contacts: createSharedContactList(
      clock,
      { known: () => knownContacts(store.mappings, company), minShare: rules.contactListMinShare, logger, company },
      (id) => noteWithoutTmpid({ store, queue, clock, logger, company }, id),
    ),
    updates: createUpdateGuard({ store, clock, rules, logger, company }),
    outage: createOutage(clock),
    fiscalYear: createFiscalYearSource(clock),
    recentNotes: createRecentNotes(),
    claim: createStoreClaim({ store, company, servers, acceptNewServers, logger }),
  }
}
