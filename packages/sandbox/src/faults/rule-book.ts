import type { Random } from '../random'
import { createAwayWatch } from './away-watch'
import type { Fault } from './fault'

/** A fault that is switched on. */
export interface Rule {
  readonly kind: 'next' | 'set' | 'rate'
  /** `any`: every operation. */
  readonly operation: string
  readonly fault: Fault
  /** Calls still to strike. */
  times: number
  readonly probability: number
}

/** The faults of one server that are switched on. */
export interface RuleBook {
  /** The answer takes the rule out again. */
  readonly add: (rule: Rule) => () => void
  readonly clear: () => void
  readonly all: () => readonly Rule[]
  /** The fault that strikes this call, used up where it was for a number of calls. */
  readonly draw: (operation: string) => Fault | undefined
  /** See `FaultSource`. */
  readonly watchAway: (listener: (away: boolean) => void) => () => void
}

const takesServerAway = ({ kind, operation, fault }: Rule): boolean =>
  kind === 'set' && operation === 'any' && fault === 'away'

/** A book without rules. */
export const createRuleBook = (random: Random): RuleBook => {
  let rules: readonly Rule[] = []
  const away = createAwayWatch()

  const change = (next: readonly Rule[]): void => {
    rules = next
    away.tell(rules.some(takesServerAway))
  }
  const lift = (rule: Rule): void => change(rules.filter((other) => other !== rule))
  const strikes = (rule: Rule, operation: string): boolean =>
    (rule.operation === 'any' || rule.operation === operation) &&
    (rule.kind !== 'rate' || random.chance(rule.probability))

  return {
    add: (rule) => {
      change([...rules, rule])
      return () => lift(rule)
    },
    clear: () => change([]),
    all: () => rules,
    draw: (operation) => {
      for (const kind of ['next', 'set', 'rate'] as const) {
        const rule = rules.find((candidate) => candidate.kind === kind && strikes(candidate, operation))
        if (rule === undefined) continue
        rule.times -= 1
        if (rule.times <= 0) lift(rule)
        return rule.fault
      }
      return undefined
    },
    watchAway: away.watch,
  }
}
