import {
  importContacts,
  type ImportedContact,
  type ImportOptions,
  type ImportReport,
  type ImportEvent,
} from '@siagh-sync/first-import'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox, type Sandbox, type SandboxOptions } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import {
  createSync,
  type RulesInput,
  type Flow,
  type Store,
  type StoreUnavailable,
  type Sync,
  type SyncError,
} from '@siagh-sync/sync-core'
import { ResultAsync, type Result } from 'neverthrow'
import { callsUnderWay, type CallsUnderWay } from './calls-under-way'
import { manualClock, type ManualClock } from './manual-clock'
import { expectOk } from '../../test-support/results'

/** Both servers without a network, a store that outlives processes, and time in the test's hand. */
export function importWorld(options: { readonly sandbox?: SandboxOptions; readonly rules?: RulesInput } = {}) {
  const calls = callsUnderWay()
  const clock = manualClock(calls.ended)
  const sandbox = createSandbox({ contacts: 0, clock, ...options.sandbox })
  const store = memoryStore({ clock })
  const rules = options.rules ?? {}

  /** A process with its own clients, that dies before or after its `diesAt`th call of a server or the store. */
  const start = (diesAt = Infinity, isHeard = false, servers = sandbox, kept: Store = store) => {
    const life = mortal(diesAt, isHeard, calls)
    const fetch: typeof globalThis.fetch = (...call) => life.pass(() => servers.fetch(...call))
    const sync = createSync({
      ...clientsOf(servers, fetch),
      store: mortalStore(kept, life.pass),
      queue: memoryQueue({ clock }),
      clock: {
        now: () => clock.now(),
        after: (ms, run) =>
          clock.after(ms, () => {
            if (life.isAlive()) run()
          }),
      },
      random: () => 0.5,
      rules,
    })
    return { sync, died: life.died, calls: life.calls }
  }

  /** Imports until the end or the death of the process, letting time pass while nothing moves. */
  const run = async (process: ReturnType<typeof start>, importOptions: ImportOptions = {}) => {
    const steps: ImportEvent[] = []
    const iterator = importContacts(process.sync, importOptions)[Symbol.asyncIterator]()
    for (;;) {
      const next = await passing(clock, calls, Promise.race([iterator.next(), process.died]))
      if (next === 'dead') return died(steps)
      if (next.done) return ended(steps)
      if (next.value.isErr()) {
        await iterator.return?.()
        return { ...ended(steps), error: next.value.error }
      }
      steps.push(next.value.value)
    }
  }

  const importNow = async (importOptions: ImportOptions = {}) => finishedOf(await run(start(), importOptions))
  return { clock, sandbox, store, start, run, importNow }
}

export type ImportWorld = ReturnType<typeof importWorld>

interface Imported {
  readonly steps: readonly ImportEvent[]
  readonly contacts: readonly ImportedContact[]
  readonly report?: ImportReport
  readonly error?: SyncError
}

function ended(steps: readonly ImportEvent[]): Imported {
  const contacts = steps.flatMap((step) => (step.kind === 'contact' ? [step.contact] : []))
  const last = steps.at(-1)
  return { steps, contacts, ...(last?.kind === 'finished' && { report: last.report }) }
}

function died(steps: readonly ImportEvent[]): Imported {
  return { ...ended(steps) }
}

/** An import that came to its end. */
function finishedOf(imported: Imported): Imported & { readonly report: ImportReport } {
  const { report, error } = imported
  if (!report) throw new Error(`the import did not finish: ${JSON.stringify(error)}`)
  return { ...imported, report }
}

/** Lets five seconds pass whenever the work waits for nothing but time. */
async function passing<T>(clock: ManualClock, calls: CallsUnderWay, work: Promise<T>): Promise<T> {
  const over = work.then(() => true)
  while (!(await Promise.race([over, calls.ended()]))) await clock.advance(5_000)
  return work
}

function clientsOf({ siagh, crm }: Sandbox, fetch: typeof globalThis.fetch) {
  const impatient = {
    fetch,
    retry: { attempts: 1 },
    timeoutMs: 5_000,
    circuit: { failures: 1_000 },
    rateLimit: { perSecond: Infinity },
  }
  return {
    siagh: createSiaghClient({ baseUrl: siagh.url, username: siagh.username, password: siagh.password, ...impatient }),
    crm: createCrmClient({ baseUrl: crm.url, username: crm.username, password: crm.password, ...impatient }),
  }
}

type Pass = <T>(call: () => Promise<T>) => Promise<T>

/** Counts calls; the `diesAt`th is the last: it is carried out where `isHeard`, and nobody learns of it. */
function mortal(diesAt: number, isHeard: boolean, { count }: CallsUnderWay) {
  let calls = 0
  let die: (word: 'dead') => void = () => {}
  const died = new Promise<'dead'>((resolve) => (die = resolve))
  const pass: Pass = async (call) => {
    calls += 1
    if (calls < diesAt) return count(call)
    if (calls === diesAt && isHeard) await count(call)
    die('dead')
    return new Promise<never>(() => {})
  }
  return { pass, died, isAlive: () => calls < diesAt, calls: () => calls }
}

function mortalStore(store: Store, pass: Pass): Store {
  const heard = <T>(call: () => ResultAsync<T, StoreUnavailable>): ResultAsync<T, StoreUnavailable> =>
    new ResultAsync(pass(async () => call()))
  const flow: Flow = {
    begin: (...args) => heard(() => store.begin(...args)),
    intend: (...args) => heard(() => store.intend(...args)),
    finish: (...args) => heard(() => store.finish(...args)),
  }
  const part = <T extends object>(methods: T): T =>
    new Proxy(methods, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return (...args: unknown[]) =>
          new ResultAsync(pass(async () => (await Reflect.apply(method, target, args)) as Result<unknown, never>))
      },
    })
  const { mappings, inbox, journal, leases } = store
  return {
    ...store,
    ...flow,
    mappings: part(mappings),
    inbox: part(inbox),
    journal: part(journal),
    leases: part(leases),
  }
}

/** All mappings of the store, by the contact's code. */
export async function mappingsOf(store: Store) {
  const { items } = expectOk(await store.mappings.list('default', { kind: 'identity' }, { limit: 100_000 }))
  return new Map(items.map((mapping) => [Number(mapping.siagh?.code), mapping]))
}

/** What both servers and the store hold in the end, without what differs by chance: the ids of what was made, and times. */
export async function stateOf({ sandbox, store }: Pick<ImportWorld, 'sandbox' | 'store'>) {
  const identities = sandbox.crm.identities()
  const names = new Map(
    identities.map(({ crmId, refId }) => [crmId, refId === '' ? crmId : `of ${refId.toLowerCase()}`]),
  )
  const mappings = await mappingsOf(store)
  return {
    identities: identities.map(plainIdentity).sort(),
    mappings: [...mappings]
      .map(([code, { key, fingerprint, state, siagh }]) =>
        JSON.stringify([code, names.get(key.id), fingerprint, state, siagh]),
      )
      .sort(),
    contacts: sandbox.siagh.contacts(),
  }
}

function plainIdentity(identity: ReturnType<Sandbox['crm']['identities']>[number]): string {
  const {
    crmId: _id,
    identityId: _same,
    creatDate: _made,
    modifyDate: _changed,
    phoneContacts,
    addressContacts,
    ...rest
  } = identity
  const phones = phoneContacts.map(({ phoneNumber, phoneType }) => [phoneType, phoneNumber])
  const addresses = addressContacts.map(({ address, zipCode }) => [address, zipCode])
  return JSON.stringify({ ...rest, phones, addresses })
}

/** How often Siagh was asked to save anything. */
export function writesToSiagh({ siagh }: Sandbox): number {
  return siagh.requests().filter(({ operation }) => operation.startsWith('save')).length
}

/** How often the CRM was asked to make anything. */
export function createsIn({ crm }: Sandbox): number {
  return crm.requests().filter(({ operation }) => operation.endsWith('Create')).length
}

/** Handles these identities as their webhooks would, and answers what came of it. */
export async function handleAll(sync: Sync, ids: readonly string[]) {
  const outcomes: string[] = []
  for (const id of ids) {
    const handled = await sync.syncIdentity({ id })
    outcomes.push(
      handled.match(
        ({ outcome }) => outcome,
        ({ kind }) => kind,
      ),
    )
  }
  return outcomes
}
