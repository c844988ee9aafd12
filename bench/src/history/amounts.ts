/** How many rows a store holds. */
export interface Amounts {
  readonly mappings: number
  readonly journal: number
  readonly settled: number
}

/** Years of work. */
export const OLD: Amounts = { mappings: 1_000_000, journal: 1_000_000, settled: 100_000 }

/** So little that it is as good as nothing, and still enough for every page that is asked for to be full. */
export const YOUNG: Amounts = { mappings: 10_000, journal: 10_000, settled: 1_000 }

/** The past of the company that is purged: 100,000 rows that are older than any rule allows, and a mapping. */
export const TO_PURGE: Amounts = { mappings: 1, journal: 50_000, settled: 50_000 }

/** The companies of a store: whose history it is, and whose is purged. */
export const COMPANY = 'default'
export const PURGED_COMPANY = 'purged'

/** Dead letters and documents in doubt are answered whole: there are as many of them whatever the age. */
export const FAILED = 150
export const IN_DOUBT = 20

/** Runs of the journal are so far apart, and so are settled changes. */
export const JOURNAL_STEP_MS = 30_000
export const SETTLED_STEP_MS = 20_000

/** How many lines of the journal tell of one record. */
export const LINES_A_RECORD = 10
