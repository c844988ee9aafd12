import type { SyncErrorKind } from '../errors'
import type { OutcomeKind } from '../types'

/** The time of a chart, in milliseconds since 1970: from `from` until before `to`, in steps of `bucketMs`. */
export interface SeriesRequest {
  readonly from: number
  readonly to: number
  readonly bucketMs: number
}

/** The runs of one step. */
export interface SeriesBucket {
  /** The beginning of the step: `from` plus a multiple of `bucketMs`. */
  readonly at: number
  readonly runs: number
  readonly outcomes: Readonly<Partial<Record<OutcomeKind, number>>>
  readonly errors: Readonly<Partial<Record<SyncErrorKind, number>>>
  /** At least half of the runs took no longer. Rounded down to two significant digits. */
  readonly p50Ms: number
  /** At least 95 of 100 runs took no longer. Rounded down to two significant digits. */
  readonly p95Ms: number
}

/** Runs of one step that ended in the same way and took the same time, rounded down to two significant digits. */
export interface RunCount {
  /** The number of the step, from 0. */
  readonly bucket: number
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly durationMs: number
  readonly runs: number
}

const MOST_BUCKETS = 1_000

/** Throws if a series has no step, more than 1,000 steps, or steps of no length. For authors of a store. */
export function checkSeries({ from, to, bucketMs }: SeriesRequest): void {
  const buckets = (to - from) / bucketMs
  if (!(bucketMs >= 1 && buckets > 0 && buckets <= MOST_BUCKETS))
    throw new Error('a series has 1 to 1,000 steps of at least a millisecond')
}

/** Whether a journal entry tells of a run. The others tell of an action of an operator. For authors of a store. */
export function isRun(entry: {
  readonly outcome?: OutcomeKind
  readonly trigger: string
  readonly durationMs: number
}): boolean {
  const { outcome, trigger, durationMs } = entry
  if (outcome === 'released' || outcome === 'refused' || outcome === 'retried') return false
  // A document that an operator has found in Siagh. A run asks the servers first, and so it takes some time.
  return !(outcome === 'linked' && trigger === 'operator' && durationMs === 0)
}

/** Adds up what a store has counted. For authors of a store. */
export function toSeries(counts: readonly RunCount[], { from, bucketMs }: SeriesRequest): readonly SeriesBucket[] {
  const buckets = new Map<number, RunCount[]>()
  for (const count of counts) buckets.set(count.bucket, [...(buckets.get(count.bucket) ?? []), count])
  return [...buckets]
    .sort(([one], [other]) => one - other)
    .map(([bucket, inside]) => ({ at: from + bucket * bucketMs, ...sumOf(inside) }))
}

function sumOf(counts: readonly RunCount[]): Omit<SeriesBucket, 'at'> {
  const outcomes: Partial<Record<OutcomeKind, number>> = {}
  const errors: Partial<Record<SyncErrorKind, number>> = {}
  let all = 0
  for (const { outcome, error, runs } of counts) {
    if (outcome !== undefined) outcomes[outcome] = (outcomes[outcome] ?? 0) + runs
    if (error !== undefined) errors[error] = (errors[error] ?? 0) + runs
    all += runs
  }
  const ascending = counts.toSorted((one, other) => one.durationMs - other.durationMs)
  const share = (part: number) => percentile(ascending, all * part)
  return { runs: all, outcomes, errors, p50Ms: share(0.5), p95Ms: share(0.95) }
}

function percentile(ascending: readonly RunCount[], wanted: number): number {
  let seen = 0
  for (const { durationMs, runs } of ascending) {
    seen += runs
    if (seen >= wanted) return durationMs
  }
  return 0
}

/** A duration, rounded down to two significant digits. For authors of a store. */
export function roundDown(durationMs: number): number {
  let unit = 1
  while (durationMs >= unit * 100) unit *= 10
  return Math.floor(durationMs / unit) * unit
}
