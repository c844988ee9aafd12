import type { Gap, Gaps } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'

/** The port of the gaps over a map. */
export function memoryGaps(attempt: Attempt): Gaps {
  const gaps = new Map<number, Gap>()
  return {
    list: () => attempt(() => [...gaps.values()].sort((one, other) => one.restoredAt - other.restoredAt)),
    add: (gap) =>
      attempt(() => {
        if (!gaps.has(gap.restoredAt)) gaps.set(gap.restoredAt, { ...gap })
      }),
  }
}
