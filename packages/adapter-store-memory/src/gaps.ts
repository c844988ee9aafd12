import type { Gap, Gaps } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'

/** The gaps, by the time of the restore. */
export type GapTable = Map<number, Gap>

/** The earliest restore first. */
export function gapsIn(table: GapTable): readonly Gap[] {
  return [...table.values()].sort((one, other) => one.restoredAt - other.restoredAt)
}

/** The port of the gaps over `gaps`. */
export function memoryGaps(attempt: Attempt, gaps: GapTable): Gaps {
  return {
    list: () => attempt(() => gapsIn(gaps)),
    add: (gap) =>
      attempt(() => {
        if (!gaps.has(gap.restoredAt)) gaps.set(gap.restoredAt, { ...gap })
      }),
  }
}
