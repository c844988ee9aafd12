import {
  checkSeries,
  isRun,
  roundDown,
  toSeries,
  type Journal,
  type JournalEntry,
  type RunCount,
  type SeriesRequest,
} from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { pageOf } from './paging'

/** The journal port over an array, and the function that adds an entry. */
export function memoryJournal(attempt: Attempt): Journal & { readonly put: (entry: JournalEntry) => void } {
  let lines: { readonly place: number; readonly entry: JournalEntry }[] = []
  let nextPlace = 0
  const put = (entry: JournalEntry) => void lines.push({ place: nextPlace++, entry })
  return {
    put,
    add: (entry) => attempt(() => put(structuredClone(entry))),
    list: (company, { kind, id, outcome, error, since }, page) =>
      attempt(() => {
        const wanted = lines.filter(
          ({ entry }) =>
            entry.key.company === company &&
            (kind === undefined || entry.key.kind === kind) &&
            (id === undefined || entry.key.id === id) &&
            (outcome === undefined || entry.outcome === outcome) &&
            (error === undefined || entry.error === error) &&
            (since === undefined || entry.at >= since),
        )
        const { items, ...rest } = pageOf(wanted, [0, 0], ({ entry, place }) => [-entry.at, -place], page)
        return { ...rest, items: items.map(({ entry }) => entry) }
      }),
    series: (company, request) =>
      attempt(() => {
        checkSeries(request)
        const own = lines.flatMap(({ entry }) => (entry.key.company === company ? [entry] : []))
        return toSeries(countRuns(own, request), request)
      }),
    purge: (company, before, limit) =>
      attempt(() => {
        const old = lines
          .filter(({ entry }) => entry.key.company === company && entry.at < before)
          .sort((one, other) => one.entry.at - other.entry.at || one.place - other.place)
          .slice(0, limit)
        const gone = new Set(old)
        lines = lines.filter((line) => !gone.has(line))
        return old.length
      }),
  }
}

function countRuns(entries: readonly JournalEntry[], { from, to, bucketMs }: SeriesRequest): readonly RunCount[] {
  return entries
    .filter((entry) => entry.at >= from && entry.at < to && isRun(entry))
    .map(({ at, outcome, error, durationMs }) => ({
      ...{ bucket: Math.floor((at - from) / bucketMs), durationMs: roundDown(durationMs), runs: 1 },
      ...(outcome && { outcome }),
      ...(error && { error }),
    }))
}
