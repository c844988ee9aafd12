import type { Change } from '@siagh-sync/sync-core'
import { keyIn } from '../world/boundary-store'
import type { Ledger } from './ledger'

/** Changes that were accepted: from then on they are the product's to handle. */
export interface Acks {
  acknowledged(change: Pick<Change, 'kind' | 'id'>): void
  /** When the latest change of a record was accepted. */
  latest(id: string): number | undefined
}

/** Checks on the way that nothing is accepted that the store does not have. */
export function watchAcks(ledger: Ledger, now: () => number): Acks {
  const noted = new Map<string, number>()
  const accepted = new Map<string, number>()
  const latest = new Map<string, number>()
  ledger.onStoreCall(({ name, args, result }) => {
    const key = name === 'inbox.note' && result.isOk() ? keyIn(args) : undefined
    if (key) noted.set(key.id, (noted.get(key.id) ?? 0) + 1)
  })
  return {
    acknowledged({ kind, id }) {
      latest.set(id, now())
      accepted.set(id, (accepted.get(id) ?? 0) + 1)
      if ((accepted.get(id) ?? 0) > (noted.get(id) ?? 0)) {
        ledger.violations.push(`intake: a change of ${kind} ${id} was accepted before it was in the store`)
      }
    },
    latest: (id) => latest.get(id),
  }
}
