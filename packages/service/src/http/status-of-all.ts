import { ResultAsync } from 'neverthrow'
import type { Status, StoreUnavailable, Sync } from '@siagh-sync/sync-core'

/**
 * The status of all companies of a process together. Counts are added up. A server that is away for one company is
 * listed as away.
 */
export function statusOfAll(syncs: readonly Pick<Sync, 'status'>[]): ResultAsync<Status, StoreUnavailable> {
  return ResultAsync.combine(syncs.map((sync) => sync.status())).map((all) => {
    const sum = (count: (status: Status) => number) => all.reduce((total, status) => total + count(status), 0)
    const oldest = all.flatMap(({ oldestPendingAt }) => oldestPendingAt ?? [])
    return {
      company: all.map(({ company }) => company).join(', '),
      pending: sum(({ pending }) => pending),
      ...(oldest.length > 0 && { oldestPendingAt: Math.min(...oldest) }),
      held: sum(({ held }) => held),
      mode: all.some(({ mode }) => mode === 'shadow') ? 'shadow' : 'live',
      hold: holdOf(all),
      failed: sum(({ failed }) => failed),
      inDoubt: sum(({ inDoubt }) => inDoubt),
      unreadableContacts: sum(({ unreadableContacts }) => unreadableContacts),
      running: sum(({ running }) => running),
      away: all.flatMap(({ away }) => away),
    }
  })
}

function holdOf(all: readonly Status[]): Status['hold'] {
  const [first = 'none', ...others] = new Set(all.map(({ hold }) => hold))
  return others.length === 0 ? first : 'some'
}
