/** Where a figure has to lie. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number }

/** One figure. */
export interface Measure {
  readonly what: string
  readonly value: number
  /** Absent where the figure is only told. */
  readonly goal?: Goal
  /** How the figure came about, for people. */
  readonly detail: string
  /** The figures of the single rounds, where `value` is their median. */
  readonly rounds?: readonly number[]
}

/** What every scenario is run with. */
interface Conditions {
  /** How many alternating rounds the medians are taken of. */
  readonly rounds: number
  /** Tells what is going on meanwhile. */
  readonly tell: (text: string) => void
}

/** Measures one thing, and leaves no process behind. */
export type Scenario = (conditions: Conditions) => Promise<readonly Measure[]>

/** Whether a figure reaches its goal, where it has one. */
export function reaches({ value, goal }: Pick<Measure, 'value' | 'goal'>): boolean {
  if (!goal) return true
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost
}
