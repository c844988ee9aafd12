import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { NotingContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { createPace } from '../long-work/progress'
import type { Work } from '../long-work/work'
import { isRefused } from '../reading/is-refused'
import { probeCrm } from '../reading/probe-crm'
import type { Hold } from '../run/hold'
import { checkSight } from './check-sight'
import type { ChangeSource, Reading } from './ask-for-changes'
import { readChanges, type ChangePage } from './changes'
import { findNewest } from './find-newest'
import { beginningOf, checkOf, markOf, setMark, wasWithin } from './marks'
import { noteRecords } from './note-records'
import type { CatchUpEvent } from './catch-up-events'
import { entityOf, type CatchUpCounts } from './catch-up-report'

/** What the catch-up of one kind needs of its company. */
export type SourceContext = NotingContext & Pick<SyncContext, 'crm' | 'rules' | 'recentNotes'>

/** One kind and type key, with what its catch-up needs. */
export interface SourceRun {
  readonly source: ChangeSource
  readonly hold: Hold
  readonly counts: CatchUpCounts
  readonly since?: Date
  readonly signal?: AbortSignal
}

/** How far the catch-up of a source is. */
interface Place {
  /** The mark as it is stored. */
  mark: number | null
  /**
   * `false`: this catch-up begins after the mark. The mark does not move, because the changes between it and the
   * beginning are not read.
   */
  readonly moves: boolean
}

/**
 * Notes the changes of one kind. It is not an error if the CRM refuses the request, or if the signal ends the
 * catch-up.
 */
export async function* catchUpSource(context: SourceContext, run: SourceRun): Work<CatchUpEvent> {
  const name = markOf(run.source)
  const start = await startOf(context, run)
  if (start.isErr()) return err(start.error)
  if (!start.value) return unlessRefused(context, run, await beginAtNewest(context, run, readingOf(context, run)))
  // 0: no record was seen yet, so all of them are asked for now.
  const checked = start.value.mark === 0 ? ok(undefined) : await checkDaily(context, run)
  if (checked.isErr() || run.signal?.aborted || run.counts.isRefused(run.source.kind)) return checked
  const { from, ...place } = start.value
  const noted = yield* noteFrom(context, run, from, place)
  if (noted.isErr() || run.signal?.aborted || run.counts.isRefused(run.source.kind)) return noted
  // Nothing was noted, so it is not known yet where the next catch-up begins.
  if (place.mark === null)
    return unlessRefused(context, run, await beginAtNewest(context, run, readingOf(context, run, from), from))
  if (place.mark === 0) {
    const seen = await unlessRefused(context, run, await checkSight(context, run.source, run.signal))
    if (seen.isErr() || run.counts.isRefused(run.source.kind)) return seen
  }
  run.counts.begin(name, place.mark)
  context.recentNotes.forgetBefore(name, place.mark - context.rules.catchUp.overlapMs)
  return ok(undefined)
}

/**
 * Finds out once a day whether the CRM answers a `find` as it was asked. If it does not, a catch-up would find nothing,
 * and nothing would tell it. A CRM without a record of this kind proves nothing, so it is asked again when it has one.
 */
async function checkDaily(
  context: Omit<SourceContext, 'queue' | 'recentNotes'>,
  run: SourceRun,
): Promise<Result<void, SyncError>> {
  const name = checkOf(run.source)
  const recent = await wasWithin(context, run.hold, name, DAY_MS)
  if (recent.isErr() || recent.value) return recent.map(() => undefined)
  const found = await findNewest(context.crm, run.source, readingOf(context, run))
  if (found.isErr()) return unlessRefused(context, run, found)
  if (found.value === null) {
    return unlessRefused(context, run, await checkSight(context, run.source, run.signal))
  }
  return setMark(context, run.hold, name, run.hold.takenAt)
}

/** The beginning of this catch-up. `null`: this is the first one, and the caller has named no beginning. */
function startOf(
  { store, company, rules }: Pick<SourceContext, 'store' | 'company' | 'rules'>,
  { source, hold, since }: SourceRun,
): ResultAsync<(Place & { readonly from: number }) | null, SyncError> {
  return safeTry(async function* () {
    const mark = yield* store.marks.get(company, markOf(source))
    const beginning = yield* store.marks.get(company, beginningOf(source))
    const from = since ? Math.max(0, since.getTime()) : undefined
    if (from !== undefined) {
      // If this catch-up is interrupted, the next one begins here too.
      if (from < (beginning ?? Infinity)) yield* setMark({ store }, hold, beginningOf(source), from)
      return ok({ from, mark, moves: from <= (mark ?? Infinity) })
    }
    return ok(
      mark === null ? null : { from: Math.max(beginning ?? 0, mark - rules.catchUp.overlapMs), mark, moves: true },
    )
  })
}

async function* noteFrom(context: SourceContext, run: SourceRun, from: number, place: Place): Work<CatchUpEvent> {
  const pace = createPace(context.clock)
  let done = 0
  let total: number | undefined
  for await (const page of readChanges(context.crm, run.source, from, readingOf(context, run, from))) {
    // The first answer shows whether the CRM accepts the request at all, and any answer whether the CRM follows it.
    if (page.isErr()) {
      const isRefusal = total === undefined || page.error.kind === 'malformed'
      return isRefusal ? unlessRefused(context, run, page) : unlessEnded(run, page)
    }
    const noted = await notePage(context, run, page.value, place)
    if (noted.isErr()) return noted
    total ??= page.value.total ?? 0
    done += page.value.changes.length
    yield { kind: 'progress', entity: entityOf(run.source.kind), progress: pace.at(done, Math.max(done, total)) }
    if (run.signal?.aborted) return ok(undefined)
  }
  return ok(undefined)
}

/** Notes one page. The mark moves after everything before it is on disk. */
function notePage(
  context: NotingContext & Pick<SourceContext, 'recentNotes'>,
  { source, hold, counts, since }: SourceRun,
  { changes, until }: ChangePage,
  place: Place,
): ResultAsync<void, SyncError> {
  const name = markOf(source)
  // A caller who names a beginning wants all changes since then.
  const fresh = since ? changes : changes.filter((change) => !context.recentNotes.has(name, change))
  return safeTry(async function* () {
    yield* noteRecords(context, source.kind, fresh)
    context.recentNotes.add(name, fresh)
    counts.noted(source.kind, fresh.length)
    const mark = since ? until : Math.max(until, place.mark ?? 0)
    if (!place.moves || mark === place.mark) return ok(undefined)
    yield* setMark(context, hold, name, mark)
    place.mark = mark
    return ok(undefined)
  })
}

/**
 * Notes nothing and sets the mark to the newest change. Records that were in the CRM before the first catch-up must
 * not all come to Siagh at once. `wanted`: a caller has asked for the changes since this time. If they could not be
 * noted now, the next catch-up notes them.
 */
function beginAtNewest(
  context: Pick<SourceContext, 'crm' | 'store' | 'rules' | 'company'>,
  run: SourceRun,
  reading: Reading,
  wanted = Infinity,
): ResultAsync<void, SyncError> {
  const { source, hold, counts } = run
  return safeTry(async function* () {
    const found = yield* await findNewest(context.crm, source, reading)
    if (found === null) yield* checkSight(context, source, run.signal)
    else yield* setMark(context, hold, checkOf(source), hold.takenAt)
    // If the CRM holds no record yet, the first record is a change to be noted.
    const newest = found ?? 0
    const mark = Math.min(newest, wanted)
    yield* setMark(context, hold, beginningOf(source), Math.min(newest + 1, wanted))
    yield* setMark(context, hold, markOf(source), mark)
    counts.begin(markOf(source), mark)
    return ok(undefined)
  })
}

const DAY_MS = 86_400_000

/**
 * The latest time that counts as the time of a change. The clocks differ by minutes. A date that is more than a day
 * after ours is a mistake and not the time of a change. `reached` is a time that the CRM or the caller has already
 * named. If it is later than our clock, our clock is wrong, and `reached` counts.
 */
function readingOf({ clock }: Pick<SourceContext, 'clock'>, { signal }: SourceRun, reached = 0): Reading {
  return { latest: Math.max(clock.now(), reached) + DAY_MS, ...(signal && { signal }) }
}

/** A call that the signal has interrupted is not an error. */
function unlessEnded({ signal }: SourceRun, answer: Result<unknown, SyncError>): Result<void, SyncError> {
  return answer.isOk() || signal?.aborted ? ok(undefined) : err(answer.error)
}

/**
 * A request that the CRM refuses is not an error either: the refusal is noted. An HTTP 500, or an answer of another
 * form, is a refusal only if the CRM answers another call: the session may have ended. After a 500 that call also
 * keeps the circuit of the client closed, so a CRM without `find` does not count as away.
 */
async function unlessRefused(
  { crm }: Pick<SyncContext, 'crm'>,
  run: SourceRun,
  answer: Result<unknown, SyncError>,
): Promise<Result<void, SyncError>> {
  const ended = unlessEnded(run, answer)
  if (ended.isOk() || !('system' in ended.error) || !isRefused(ended.error)) return ended
  if (ended.error.kind === 'unavailable' || ended.error.kind === 'malformed') {
    const probe = await probeCrm(crm)
    if (probe.isErr()) return unlessEnded(run, probe)
  }
  run.counts.refuse(run.source.kind)
  return ok(undefined)
}
