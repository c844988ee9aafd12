import { defaultDialect, settingNames, type Dialect } from '@siagh-sync/sandbox'
import type { EntityKind, InboxEntry, RecordKey, Sync, Verdict } from '@siagh-sync/sync-core'
import { documentOf } from '../checks/mark-of'
import { ok, type Result, ResultAsync } from 'neverthrow'
import { idOf, IDENTITIES, kindOf, RECORDS } from '../history/records'
import { START } from './start'
import { through } from './through'
import { watchHeld } from './watch-held'
import type { Operator, World } from './world'

const RETRY_MS = 5_000

/** An operator who works through whichever process is up. */
export function createOperator(world: () => World): Operator {
  const eachFailure = (slot: number, work: (sync: Sync, entry: InboxEntry) => void) =>
    through(
      world(),
      slot,
      (sync) =>
        void sync.failures().match(
          ({ items }) => items.forEach((entry) => work(sync, entry)),
          () => {},
        ),
    )
  return {
    retryFailures: (slot) =>
      eachFailure(slot, (sync, { key, error }) => {
        if (error?.kind !== 'in_doubt') void sync.retry(key).unwrapOr(undefined)
      }),
    syncNow: (slot, record) => through(world(), slot, (sync) => void syncNow(sync, record).unwrapOr(undefined)),
    askAgain(slot, id) {
      const record = recordOf(id)
      const laterMs = 2_000 + world().latency('asks again', 16_000)
      if (record === undefined) return
      world().timeline.schedule(null, laterMs, () =>
        through(world(), slot + 1, (sync) => {
          // Too early, as a rule: what broke off is still on its way.
          if (record >= IDENTITIES) settleNow(world(), sync)
          void syncNow(sync, record).unwrapOr(undefined)
        }),
      )
    },
    settleSomeDoubts: (slot) => through(world(), slot, (sync) => settleNow(world(), sync)),
    settleDoubts: (share) =>
      eachFailure(0, (_, { key, error }) => {
        if (error?.kind === 'in_doubt' && share(key.id)) settle(world(), key)
      }),
    watchHeld: () => watchHeld(world()),
    catchUp: () => catchUp(world()),
  }
}

/** Tries again after a while, through a process that is up by then. */
function persist(world: World, call: (sync: Sync) => ResultAsync<unknown, unknown>): void {
  const attempt = () => through(world, 0, (sync) => void call(sync).match(end, again))
  const again = () => void world.timeline.schedule(null, RETRY_MS, attempt)
  const end = () => void (world.chores -= 1)
  world.chores += 1
  attempt()
}

/** Looks in Siagh each time: what was said too early has to be looked up again. */
function settle(world: World, key: RecordKey): void {
  persist(world, (sync) => sync.settleInDoubt(key, verdictOn(world, key)))
}

/** What Siagh's own screen shows of a document. */
function verdictOn(world: World, { kind, id }: Pick<RecordKey, 'kind' | 'id'>): Verdict {
  const made = world.sandbox.siagh.preInvoices().find((each) => documentOf(each) === id)
  world.trace(`the operator settles ${kind}/${id.slice(-4)}: ${made ? made.code : 'not created'}`)
  return made ? { created: { number: made.number, code: made.code } } : 'not-created'
}

function settleNow(world: World, sync: Sync): void {
  void sync.inDoubt().match(
    // Looked up once and said once: said again later, it might no longer be true.
    ({ items }) => items.forEach((ref) => void sync.settleInDoubt(ref, verdictOn(world, ref)).unwrapOr(undefined)),
    () => {},
  )
}

function catchUp(world: World): void {
  persist(world, (sync) =>
    new ResultAsync(lastOf(sync.catchUp({ since: new Date(START) }))).map((last) => {
      if (last?.kind === 'finished') noteRefused(last.report.refused)
    }),
  )
  const { crm, violations } = world.ledger
  // The catch-up says of which documents it cannot ask. Somebody notes them by hand.
  const noteRefused = (kinds: readonly string[]) => {
    if (kinds.length > 0 && !mayRefuseFind(world.plan.dialect))
      violations.push(`catch-up: it could not ask for ${kinds.join(', ')}, and nothing is the reason`)
    for (const { crmId } of world.sandbox.crm.documents()) {
      const kind = kindOf(recordOf(crmId) ?? 0)
      const isUnknown = kinds.includes(kind) || isUnseen(world, kind)
      if ((kind === 'invoice' || kind === 'quote') && isUnknown) noteAs('update')(kind, crmId)
    }
  }
  const noteAs = (event: 'update' | 'delete') => (kind: EntityKind, id: string) =>
    persist(world, (sync) => sync.receive({ kind, id, event, trigger: 'catch-up' }))
  for (const [id, states] of [...crm.identities(), ...crm.documents()]) {
    const record = recordOf(id)
    if (states.at(-1)?.object === null && record !== undefined) noteAs('delete')(entityOf(record), id)
  }
}

/** A `find` that shows nothing cannot be told from a CRM without documents, until the store knows of one. */
function isUnseen({ plan, sandbox }: World, kind: string): boolean {
  const { find, findTypeKey, findFilter } = plan.dialect
  const isBlind = find === 'blind' || findTypeKey === 'empty-finds-nothing' || findFilter === 'finds-nothing'
  const posted = sandbox.siagh.preInvoices().map((each) => recordOf(documentOf(each) ?? ''))
  return isBlind && !posted.some((record) => record !== undefined && kindOf(record) === kind)
}

/** Whether a `find` of this CRM may be refused, or answered otherwise than asked. */
function mayRefuseFind(dialect: Dialect): boolean {
  return settingNames.some((name) => name.startsWith('find') && dialect[name] !== defaultDialect[name])
}

/** How a catch-up has ended. */
async function lastOf<T, E>(steps: AsyncIterable<Result<T, E>>): Promise<Result<T | undefined, E>> {
  let last: Result<T | undefined, E> = ok(undefined)
  for await (const step of steps) last = step
  return last
}

const recordOf = (id: string): number | undefined =>
  Array.from({ length: RECORDS }, (_, place) => place).find((place) => idOf(place) === id)

function entityOf(record: number): EntityKind {
  const kind = kindOf(record)
  return kind === 'invoice' || kind === 'quote' ? kind : 'identity'
}

function syncNow(sync: Sync, record: number): ResultAsync<unknown, unknown> {
  const id = idOf(record)
  if (record < IDENTITIES) return sync.syncIdentity({ id })
  return kindOf(record) === 'invoice' ? sync.syncInvoice({ id }) : sync.syncQuote({ id })
}
