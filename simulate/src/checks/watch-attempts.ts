import type { StoredError } from '@siagh-sync/sync-core'
import type { Ledger } from './ledger'
import { inboxChangeOf, keyIn, type StoreCall } from './store-call'

// What a run has met lies no further back than this when it ends.
const RUN_MS = 5 * 60_000

/** Checks that no attempt is used up by what is not the record's fault. */
export function watchAttempts(ledger: Ledger, now: () => number): void {
  const used = new Map<string, number>()
  ledger.onStoreCall((call) => {
    const key = keyIn(call.args)
    const change = inboxChangeOf(call)
    if (!key || !change) return
    if (change.do !== 'postpone') {
      used.delete(key.id)
      return
    }
    const { attempts, error } = change
    if (attempts > (used.get(key.id) ?? 0) && isOutage(ledger, call, error, now())) {
      ledger.violations.push(
        `failure: an attempt of ${key.kind} ${key.id} was used up by ${error.kind} (${error.message})`,
      )
    }
    used.set(key.id, attempts)
  })
}

/** An error of the CRM may be the record's own: nobody knows how it answers a record that it cannot show. */
function isOutage(ledger: Ledger, { machine }: StoreCall, { kind }: StoredError, now: number): boolean {
  if (kind === 'busy' || kind === 'store_unavailable' || kind === 'rate_limited') return true
  if (kind !== 'unavailable') return false
  return !ledger.requests.some(
    ({ machine: sender, side, sentAt, record }) =>
      sender === machine && side === 'crm' && now - sentAt < RUN_MS && record?.status !== 200,
  )
}
