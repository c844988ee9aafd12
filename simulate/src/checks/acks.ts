import { keyIn } from './store-call'
import type { Change } from '@siagh-sync/sync-core'
import type { Ledger } from './ledger'

/** Changes that were accepted: from then on they are the product's to handle. */
export interface Acks {
  /** A change was accepted that was handed in at `handedInAt`. */
  acknowledged(change: Pick<Change, 'kind' | 'id'>, handedInAt: number): void
  /** When the latest change of a record that was accepted was handed in: it is handled after that. */
  latest(id: string): number | undefined
}

/** Checks on the way that nothing is accepted that the store does not have. */
export function watchAcks(ledger: Ledger): Acks {
  const noted = new Map<string, number>()
  const accepted = new Map<string, number>()
  const latest = new Map<string, number>()
  ledger.onStoreCall(({ name, args, result }) => {
    const key = name === 'inbox.note' && result.isOk() ? keyIn(args) : undefined
    if (key) noted.set(key.id, (noted.get(key.id) ?? 0) + 1)
  })
  return {
    acknowledged({ kind, id }, handedInAt) {
      latest.set(id, Math.max(latest.get(id) ?? 0, handedInAt))
      accepted.set(id, (accepted.get(id) ?? 0) + 1)
      if ((accepted.get(id) ?? 0) > (noted.get(id) ?? 0)) {
        ledger.violations.push(`intake: a change of ${kind} ${id} was accepted before it was in the store`)
      }
    },
    latest: (id) => latest.get(id),
  }
}
