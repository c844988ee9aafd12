import type { InboxEntry, Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { idOf, IDENTITIES, kindOf } from '../history/records'
import type { World } from './world'

/** The person who looks after the product. */
export interface Operator {
  /** Handles all dead letters afresh, from this process, but for documents in doubt. */
  retryFailures(slot: number): void
  /** Brings a record over at once. */
  syncNow(slot: number, record: number): void
  /** Says of some of the documents in doubt what is true of them: whether Siagh has a pre-invoice with their mark. */
  settleDoubts(share: (id: string) => boolean): void
  /** Notes every record that the CRM holds, and keeps on until it is noted. */
  catchUp(): void
}

const RETRY_MS = 5_000

/** An operator who works through whichever process is up. */
export function createOperator(world: () => World): Operator {
  const on = (slot: number, work: (sync: Sync) => void) => {
    const { slots, timeline } = world()
    const running = slots.get(slot) ?? [...slots.values()][0]
    if (running && !running.machine.suspended) timeline.schedule(running.machine, 0, () => work(running.sync))
  }
  /** Tries again, from a process that is up by then. */
  const persist = (call: (sync: Sync) => ResultAsync<unknown, unknown>) =>
    on(
      0,
      (sync) =>
        void call(sync)
          .orTee(() => world().timeline.schedule(null, RETRY_MS, () => persist(call)))
          .unwrapOr(undefined),
    )

  const eachFailure = (slot: number, work: (sync: Sync, entry: InboxEntry) => void) =>
    on(
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
    syncNow: (slot, record) => on(slot, (sync) => void syncNow(sync, record).unwrapOr(undefined)),
    settleDoubts: (share) =>
      eachFailure(0, (sync, { key, error }) => {
        if (error?.kind !== 'in_doubt' || !share(key.id)) return
        const made = world()
          .sandbox.siagh.preInvoices()
          .find(({ remarks }) => remarks.includes(`[CRM ${key.id}]`))
        const verdict = made ? { created: { number: made.number, code: made.code } } : ('not-created' as const)
        world().trace(`the operator settles ${key.kind}/${key.id.slice(-4)}: ${made ? made.code : 'not created'}`)
        persist((up) => up.settleInDoubt(key, verdict))
      }),
    catchUp() {
      const { crm } = world().sandbox
      for (const { crmId } of crm.identities()) note('identity', crmId)
      for (const document of crm.documents()) note('invoiceType' in document ? 'invoice' : 'quote', document.crmId)
    },
  }

  function note(kind: 'identity' | 'invoice' | 'quote', id: string) {
    persist((sync) => sync.receive({ kind, id, event: 'update', trigger: 'catch-up' }))
  }
}

function syncNow(sync: Sync, record: number): ResultAsync<unknown, unknown> {
  const id = idOf(record)
  if (record < IDENTITIES) return sync.syncIdentity({ id })
  return kindOf(record) === 'invoice' ? sync.syncInvoice({ id }) : sync.syncQuote({ id })
}
