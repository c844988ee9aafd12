import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox, sampleSite, type Dialect } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, parseWebhook, type RulesInput, type Sync } from '@siagh-sync/sync-core'
import { onTestFinished } from 'vitest'
import { expectOk } from '../../test-support/results'
import { callsUnderWay } from '../flow/calls-under-way'
import { manualClock } from '../flow/manual-clock'

/** The longest that a change may wait under any value: a list that lags, and the product's own patience. */
const LIMIT_MS = 40 * 60_000
const STEP_MS = 2_000

/** Both servers in one dialect, and two processes of one company that share a store. Each has its own clients and queue. */
export function dialectWorld({ dialect, rules }: { readonly dialect: Partial<Dialect>; readonly rules?: RulesInput }) {
  const calls = callsUnderWay()
  const clock = manualClock(calls.ended)
  const sandbox = createSandbox({ contacts: 0, clock, dialect })
  const store = memoryStore({ clock })
  const fetch: typeof globalThis.fetch = (...call) => calls.count(() => sandbox.fetch(...call))

  const startProcess = (wrongPassword?: 'siagh' | 'crm'): Sync => {
    const impatient = {
      fetch,
      retry: { attempts: 1 },
      timeoutMs: 500,
      circuit: { failures: 1_000 },
      rateLimit: { perSecond: Infinity },
    }
    const loginOf = (side: 'siagh' | 'crm') => {
      const { url, username, password } = sandbox[side]
      return { baseUrl: url, username, password: side === wrongPassword ? 'wrong' : password, ...impatient }
    }
    const sync = createSync({
      siagh: createSiaghClient(loginOf('siagh')),
      crm: createCrmClient(loginOf('crm')),
      store,
      queue: memoryQueue({ clock }),
      clock,
      random: () => 0.5,
      rules: {
        catchUp: { everyMs: 'never' },
        ...rules,
        preInvoice: { ...sampleSite.rules.preInvoice, ...rules?.preInvoice },
      },
    })
    onTestFinished(() => sync.stop())
    return sync
  }

  /** Lets time pass until no change waits, or for so long that it waits for a server that does not work. */
  const untilHandled = async (sync: Sync, limitMs = LIMIT_MS) => {
    const end = clock.now() + limitMs
    for (;;) {
      await clock.ended()
      const { pending, running } = expectOk(await sync.status())
      if ((pending === 0 && running === 0) || clock.now() >= end) return
      await clock.advance(STEP_MS)
    }
  }

  /** Lets time pass while work waits for nothing but time. */
  const passing = async <T>(work: Promise<T>): Promise<T> => {
    const over = work.then(
      () => true,
      () => true,
    )
    while (!(await Promise.race([over, calls.ended()]))) await clock.advance(5_000)
    return work
  }

  /** Sends the webhooks of the CRM to the processes by turns. */
  const deliverTo = (syncs: readonly Sync[]) => {
    let turn = 0
    sandbox.crm.webhooks.pointAt('http://app.test/webhook/crm')
    sandbox.crm.webhooks.set({
      send: async (url) => {
        const { pathname, searchParams } = new URL(url)
        const kind = pathname.endsWith('identity') ? 'identity' : pathname.endsWith('invoice') ? 'invoice' : 'quote'
        const change = expectOk(parseWebhook({ method: 'GET', kind, query: searchParams }))
        const received = await syncs[turn++ % syncs.length]?.receive(change)
        return { status: received?.isOk() ? 202 : 503 }
      },
    })
  }

  return { sandbox, clock, store, startProcess, untilHandled, passing, deliverTo }
}

export type DialectWorld = ReturnType<typeof dialectWorld>
