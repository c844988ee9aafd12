/** One thing that installations do differently, or that nobody has seen. */
export interface Setting {
  /** Every plausible value. The first one is the most probable, and the default. */
  readonly values: readonly [SettingValue, ...SettingValue[]]
  /** What is known of it: what an integrator can read in the vendors' papers, and what is missing there. */
  readonly fact: string
}

/** A word, or an HTTP status. */
export type SettingValue = string | number
