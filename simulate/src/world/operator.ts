import type { EntityKind, InboxEntry, RecordKey, Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { idOf, IDENTITIES, kindOf } from '../history/records'
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
    settleDoubts: (share) =>
      eachFailure(0, (_, { key, error }) => {
        if (error?.kind === 'in_doubt' && share(key.id)) settle(world(), key)
      }),
    catchUp: () => catchUp(world()),
  }
}

/** Calls the sync of a process that is up: this one, or another. */
function through({ slots, timeline }: World, slot: number, work: (sync: Sync) => void): void {
  const running = slots.get(slot) ?? [...slots.values()][0]
  if (running && !running.machine.suspended) timeline.schedule(running.machine, 0, () => work(running.sync))
}

/** Tries again after a while, through a process that is up by then. */
function persist(world: World, call: (sync: Sync) => ResultAsync<unknown, unknown>): void {
  const again = () => world.timeline.schedule(null, RETRY_MS, () => persist(world, call))
  through(world, 0, (sync) => void call(sync).orTee(again).unwrapOr(undefined))
}

function settle(world: World, key: RecordKey): void {
  const made = world.sandbox.siagh.preInvoices().find(({ remarks }) => remarks.includes(`[CRM ${key.id}]`))
  const verdict = made ? { created: { number: made.number, code: made.code } } : ('not-created' as const)
  world.trace(`the operator settles ${key.kind}/${key.id.slice(-4)}: ${made ? made.code : 'not created'}`)
  persist(world, (sync) => sync.settleInDoubt(key, verdict))
}

function catchUp(world: World): void {
  const { crm } = world.sandbox
  const note = (kind: EntityKind, id: string) =>
    persist(world, (sync) => sync.receive({ kind, id, event: 'update', trigger: 'catch-up' }))
  for (const { crmId } of crm.identities()) note('identity', crmId)
  for (const document of crm.documents()) note('invoiceType' in document ? 'invoice' : 'quote', document.crmId)
}

function syncNow(sync: Sync, record: number): ResultAsync<unknown, unknown> {
  const id = idOf(record)
  if (record < IDENTITIES) return sync.syncIdentity({ id })
  return kindOf(record) === 'invoice' ? sync.syncInvoice({ id }) : sync.syncQuote({ id })
}
