import type { Dialect } from '@siagh-sync/sandbox'
import type { Plan } from './plan'

const LAGS_MS = { none: 0, '1-minute': 60_000, '5-minutes': 300_000 } as const satisfies Record<
  Dialect['findLag'],
  number
>

/** How long it takes until a list shows what was saved. */
export function lagOf({ dialect }: Pick<Plan, 'dialect'>, list: 'contactListLag' | 'findLag' | 'searchLag'): number {
  return LAGS_MS[dialect[list]]
}
