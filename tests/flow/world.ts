import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox, sampleSite, type SandboxOptions } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import type { ResultAsync } from 'neverthrow'
import { expect, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import {
  createSync,
  parseWebhook,
  type HoldRule,
  type Mode,
  type Queue,
  type RulesInput,
  type Store,
  type Sync,
} from '@siagh-sync/sync-core'
import { callsUnderWay } from './calls-under-way'
import { manualClock } from './manual-clock'
import { expectOk } from '../../test-support/results'

export interface WorldOptions {
  readonly sandbox?: SandboxOptions
  readonly rules?: RulesInput
  readonly hold?: HoldRule
  readonly mode?: Mode
  readonly store?: (store: Store) => Store
  readonly queue?: (queue: Queue) => Queue
  readonly company?: string
  /** In place of `fetch` for all calls to Siagh. */
  readonly fetchOfSiagh?: typeof fetch
}

/**
 * Both servers, the real clients, the memory adapters and one company's sync, for one test. Time stands still until the test lets it
 * pass; the clients do not retry on their own, so that every failure reaches the core.
 */
export function world(options: WorldOptions = {}) {
  const calls = callsUnderWay()
  const clock = manualClock(calls.ended)
  const sandbox = createSandbox({ contacts: 'sample', clock, ...options.sandbox })
  // A test's own server on the loopback is the only real one.
  const ownServers = http.all(/^http:\/\/127\.0\.0\.1:/, () => passthrough())
  const server = setupServer(...sandbox.handlers, ownServers)
  server.listen({ onUnhandledFrame: 'error' })
  const intercepted = globalThis.fetch
  globalThis.fetch = (...call) => calls.count(() => intercepted(...call))

  const impatient = {
    retry: { attempts: 1 },
    timeoutMs: 500,
    circuit: { failures: 1_000 },
    rateLimit: { perSecond: 10_000 },
  }
  const { siagh, crm } = sandbox
  const siaghLogin = { baseUrl: siagh.url, username: siagh.username, password: siagh.password }
  const ownFetch = options.fetchOfSiagh && { fetch: options.fetchOfSiagh }
  const clients = {
    siagh: createSiaghClient({ ...siaghLogin, ...impatient, ...ownFetch }),
    crm: createCrmClient({ baseUrl: crm.url, username: crm.username, password: crm.password, ...impatient }),
  }
  const plainStore = memoryStore({ clock })
  const plainQueue = memoryQueue({ clock })
  const store = options.store?.(plainStore) ?? plainStore
  const queue = options.queue?.(plainQueue) ?? plainQueue
  const logger = recordingLogger()
  // What a test is about has to come about without it.
  const preInvoice = { ...sampleSite.rules.preInvoice, ...options.rules?.preInvoice }
  const rules: RulesInput = { catchUp: { everyMs: 'never' }, ...options.rules, preInvoice }
  const own = options.company ?? 'default'
  const { hold, mode } = options
  const syncOf = (
    company: string,
    ways: { hold?: HoldRule; mode?: Mode } = { ...(hold && { hold }), ...(mode && { mode }) },
  ): Sync => {
    // Another company of these servers is what a store takes for a mistake, unless somebody says that it is none.
    const acceptNewServers = company !== own
    const common = { ...clients, store, queue, company, logger, clock, random: () => 0.5, rules, acceptNewServers }
    return createSync({ ...common, ...ways })
  }
  const sync = syncOf(own)

  onTestFinished(async () => {
    await sync.stop()
    globalThis.fetch = intercepted
    server.close()
  })

  return { ...clients, sandbox, clock, store, queue, sync, syncOf, logger, deliverTo: deliverTo(sandbox.crm) }
}

export type World = ReturnType<typeof world>

/** Points the CRM's webhooks at a sync, past HTTP. */
function deliverTo(crm: ReturnType<typeof createSandbox>['crm']) {
  return (sync: Sync) => {
    crm.webhooks.pointAt('http://app.test/webhook/crm')
    crm.webhooks.set({
      send: async (url) => {
        const { pathname, searchParams } = new URL(url)
        const kind = pathname.endsWith('identity') ? 'identity' : pathname.endsWith('invoice') ? 'invoice' : 'quote'
        const change = expectOk(parseWebhook({ method: 'GET', kind, query: searchParams }))
        const received = await sync.receive(change)
        return { status: received.isOk() ? 202 : 503 }
      },
    })
  }
}

/** Lets time pass until no change of this company is waiting, at most `limitMs`. */
export async function untilHandled({ sync, clock }: Pick<World, 'sync' | 'clock'>, limitMs = 3_600_000): Promise<void> {
  const end = clock.now() + limitMs
  for (;;) {
    await clock.ended()
    const { pending, running } = expectOk(await sync.status())
    if (pending === 0 && running === 0) return
    expect(clock.now(), 'a change is still waiting').toBeLessThan(end)
    await clock.advance(500)
  }
}

/** A person as the CRM's users type one in. */
export const sara = {
  firstName: 'سارا',
  lastName: 'آزمونی',
  nickName: 'سارا آزمونی',
  nationalCode: '0012345679',
  email: 'sara@example.com',
  phoneContacts: [
    { phoneType: 'موبایل', phoneNumber: '۰۹۱۲۰۰۰۱۲۳۴', default: true },
    { phoneType: 'Office', phoneNumber: '+98 21 8800 0012' },
  ],
}

/** Two lines as in the recorded exchange. */
export const twoLines = [
  { productCode: '500102014', productUnitTypeName: 'عدد', baseUnitPrice: 2_500_000, count: 1 },
  {
    productCode: '500102020',
    productUnitTypeName: 'قطعه',
    baseUnitPrice: 1_200_000,
    count: 2.5,
    totalDiscount: 150_000,
  },
]

/** How often a server was called for something. */
export function callsTo(side: { requests(): readonly { readonly operation: string }[] }, operation: string): number {
  return side.requests().filter((request) => request.operation === operation).length
}

/** The only failure of a sync, as an operator reads it. */
export async function onlyFailure(sync: Sync) {
  const { items } = expectOk(await sync.failures())
  expect(items).toHaveLength(1)
  return items[0]
}

/** What a call that has to go well came to. */
export async function succeed<T>(call: ResultAsync<T, unknown>): Promise<T> {
  return expectOk(await call)
}
