import type { Random } from '../random'
import type { Fault } from './fault'
import { createRuleBook, type Rule } from './rule-book'

/** Where a fault strikes; absent: at every operation of the server. */
export interface FaultScope<Operation extends string> {
  readonly operation?: Operation
}

/**
 * The switches of one server. Where several apply, the order is `next`, then `set`, then `rate`, and the first of each
 * that was asked for. Latency comes on top of all of them but `away`.
 *
 * ```ts
 * sandbox.siagh.faults.next('savePreInvoice', 'resetAfter')            // the next one only
 * sandbox.siagh.faults.next('any', 'error500', { times: 3 })           // the next three calls
 * const back = sandbox.siagh.faults.set('away')                        // until back() or clear()
 * sandbox.crm.faults.rate('rateLimited', 0.05, { operation: 'search' })  // one in twenty
 * sandbox.crm.faults.latency(20)
 * ```
 */
export interface FaultControl<Operation extends string> {
  /** Strikes the next `times` (1) calls of that operation, in the order in which they arrive. */
  readonly next: (operation: Operation | 'any', fault: Fault, options?: { readonly times?: number }) => void
  /** Strikes every call until the function that is returned, or `clear`, is called. */
  readonly set: (fault: Fault, scope?: FaultScope<Operation>) => () => void
  /** Strikes each call with this probability (0 to 1), drawn from the sandbox's seed, until lifted or cleared. */
  readonly rate: (fault: Fault, probability: number, scope?: FaultScope<Operation>) => () => void
  /** Every answer takes at least this long; 0 ends it. One value for each operation and one for all others. */
  readonly latency: (ms: number, scope?: FaultScope<Operation>) => void
  /** What `rateLimited` answers as `Retry-After`, be it nonsense; `1` until then and after `clear`. */
  readonly retryAfter: (value: string) => void
  /** Back to a server in good health, latency included. */
  readonly clear: () => void
  /** What is switched on, for people to look at. */
  readonly list: () => readonly FaultRule[]
}

/** A fault that is switched on. */
export interface FaultRule {
  readonly kind: 'next' | 'set' | 'rate' | 'latency'
  /** `any`: every operation. */
  readonly operation: string
  readonly fault?: Fault
  /** Calls still to strike. */
  readonly times?: number
  readonly probability?: number
  readonly ms?: number
}

/** What the server asks of its switches at each call. */
export interface FaultSource<Operation extends string> {
  readonly draw: (operation: Operation) => Fault | undefined
  readonly latencyOf: (operation: Operation) => number
  readonly retryAfter: () => string
  /** Calls `listener` with true when the whole server is switched `away` (now, if it is), and with false when it is back. */
  readonly watchAway: (listener: (away: boolean) => void) => () => void
}

const listed = (rule: Rule): FaultRule => ({
  kind: rule.kind,
  operation: rule.operation,
  fault: rule.fault,
  ...(rule.kind === 'next' ? { times: rule.times } : {}),
  ...(rule.kind === 'rate' ? { probability: rule.probability } : {}),
})

/** The switches of one server, and the side of them that the server reads. */
export const createFaults = <Operation extends string>(
  random: Random,
): { control: FaultControl<Operation>; source: FaultSource<Operation> } => {
  const rules = createRuleBook(random)
  const latencies = new Map<string, number>()
  let retryAfter = '1'

  const control: FaultControl<Operation> = {
    next: (operation, fault, { times = 1 } = {}) => {
      if (times > 0) rules.add({ kind: 'next', operation, fault, times, probability: 1 })
    },
    set: (fault, { operation } = {}) =>
      rules.add({ kind: 'set', operation: operation ?? 'any', fault, times: Infinity, probability: 1 }),
    rate: (fault, probability, { operation } = {}) =>
      rules.add({ kind: 'rate', operation: operation ?? 'any', fault, times: Infinity, probability }),
    latency: (ms, { operation } = {}) => {
      latencies.set(operation ?? 'any', ms)
    },
    retryAfter: (value) => {
      retryAfter = value
    },
    clear: () => {
      retryAfter = '1'
      rules.clear()
      latencies.clear()
    },
    list: () => [
      ...rules.all().map(listed),
      ...Array.from(latencies, ([operation, ms]): FaultRule => ({ kind: 'latency', operation, ms })),
    ],
  }
  const source: FaultSource<Operation> = {
    draw: rules.draw,
    latencyOf: (operation) => latencies.get(operation) ?? latencies.get('any') ?? 0,
    retryAfter: () => retryAfter,
    watchAway: rules.watchAway,
  }
  return { control, source }
}
