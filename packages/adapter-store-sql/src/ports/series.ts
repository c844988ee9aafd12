import {
  checkSeries,
  toSeries,
  type RunCount,
  type SeriesBucket,
  type SeriesRequest,
  type StoreUnavailable,
} from '@siagh-sync/sync-core'
import { errAsync, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { RunRow, seriesQuery } from '../queries/series'
import { unavailable, type Runner } from './runner'

/** Counts the runs of a part of the time. */
export type CountRuns = ReturnType<typeof seriesQuery>

/**
 * A busy company has some ten thousand runs in this time. Each part is a read of its own, so the event loop of a
 * process with a SQLite file is never held for long.
 */
const PART_MS = 6 * 3_600_000

/** The series of a company, read in parts. */
export function readSeries(
  runner: Runner,
  countRuns: CountRuns,
  company: string,
  request: SeriesRequest,
): ResultAsync<readonly SeriesBucket[], StoreUnavailable> {
  try {
    checkSeries(request)
  } catch (cause) {
    return errAsync(unavailable(cause))
  }
  return safeTry(async function* () {
    const counts: RunCount[] = []
    for (let since = request.from; since < request.to; since += PART_MS) {
      const until = Math.min(since + PART_MS, request.to)
      const rows = yield* runner.read(() => countRuns({ ...request, company, since, until }))
      counts.push(...rows.map(toCount))
    }
    return ok(toSeries(counts, request))
  })
}

const toCount = ({ bucket, outcome, error_kind: error, duration, runs }: RunRow): RunCount => ({
  ...{ bucket, durationMs: duration, runs },
  ...(outcome !== null && { outcome }),
  ...(error !== null && { error }),
})
