import type { Drift } from '@siagh-sync/reconcile'
import { keepFirst } from '../output/keep-first'
import { describeDrift } from './describe-drift'

/** The first differences of each kind. */
export interface FirstDrifts {
  add(drift: Drift): void
  /** Kinds and rows in an order that is always the same: rows by the contact's code, else by the identity's id. */
  byKind(): ReadonlyMap<Drift['kind'], readonly Drift[]>
}

const order = new Intl.Collator('en', { numeric: true })

/** Keeps the first `limit` of each kind. */
export function firstDrifts(limit: number): FirstDrifts {
  const kept = new Map<Drift['kind'], Drift[]>()
  return {
    add(drift) {
      const rows = kept.get(drift.kind) ?? []
      kept.set(drift.kind, rows)
      keepFirst(rows, drift, limit, (one, other) => order.compare(placeOf(one), placeOf(other)))
    },
    byKind: () => new Map([...kept].sort(([one], [other]) => order.compare(one, other))),
  }
}

function placeOf(drift: Drift): string {
  const { siagh, crm } = describeDrift(drift)
  return [...siagh, ...crm].join(' ')
}
