import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { containSteps } from '../run/contain'
import type { Hold } from '../run/hold'
import { takeLease } from '../run/take-lease'
import { busy } from '../run/busy'
import { catchUpSource } from './catch-up-source'
import { LAST_RUN, setMark, wasWithin } from './marks'
import type { ChangeSource } from './changes'
import type { CatchUpOptions, CatchUpStep } from './steps'
import { createTally } from './tally'
import { walkRefused } from './walk-refused'
import { worded } from '../messages/core-messages'

const KINDS = ['person', 'organization', 'invoice', 'quote'] as const

/** What sets a catch-up off: a caller, the start of the workers, or their clock. */
export type Occasion = 'asked' | 'start' | 'regular'

/**
 * Notes what has changed in the CRM. Only the CRM's clock counts, and each kind has a mark of its own, which moves when what was
 * changed before it is noted and on disk. `busy`: another process of the company is at it.
 */
export function catchUp(
  context: SyncContext,
  options: CatchUpOptions,
  occasion: Occasion = 'asked',
): AsyncGenerator<Result<CatchUpStep, SyncError>> {
  if (options.since && Number.isNaN(options.since.getTime()))
    throw new RangeError('catchUp needs a valid date as `since`')
  return containSteps(() => underLease(context, options, occasion))
}

async function* underLease(
  context: SyncContext,
  options: CatchUpOptions,
  occasion: Occasion,
): AsyncGenerator<Result<CatchUpStep, SyncError>> {
  const confirmed = await context.claim.confirmServers()
  if (confirmed.isErr()) {
    yield err(confirmed.error)
    return
  }
  const taken = await takeLease(context, { company: context.company, kind: 'identity', id: 'catch-up' })
  if (taken.isErr()) {
    yield err(taken.error)
    return
  }
  if (!taken.value) {
    yield err(busy(worded('busy_catch_up')))
    return
  }
  const { hold, giveBack } = taken.value
  try {
    yield* untilFailure(context, hold, options, occasion)
  } finally {
    await giveBack()
  }
}

async function* untilFailure(...run: Parameters<typeof catchUpAll>): AsyncGenerator<Result<CatchUpStep, SyncError>> {
  const failure = yield* catchUpAll(...run)
  if (failure) yield err(failure)
}

/** Ends without a word where a regular one is not due, since another process has done it. Answers what it failed by. */
async function* catchUpAll(
  context: SyncContext,
  hold: Hold,
  { since, signal }: CatchUpOptions,
  occasion: Occasion,
): AsyncGenerator<Result<CatchUpStep, never>, SyncError | undefined> {
  const due = await isDue(context, hold, occasion)
  if (due.isErr()) return due.error
  if (!due.value) return undefined
  const tally = createTally()
  const run = { hold, tally, ...(since && { since }), ...(signal && { signal }) }
  for (const source of sourcesOf(context.rules)) {
    const failure = yield* catchUpSource(context, { ...run, source })
    if (failure) return failure
    if (signal?.aborted) break
  }
  const failure = signal?.aborted ? undefined : yield* walkRefused(context, run, occasion)
  if (failure) return failure
  if (!signal?.aborted) {
    const ended = await setMark(context, hold, LAST_RUN, hold.takenAt)
    if (ended.isErr()) return ended.error
  }
  yield ok({ kind: 'finished', report: tally.report(!signal?.aborted) })
  return undefined
}

function sourcesOf({ find }: SyncContext['rules']): ChangeSource[] {
  return KINDS.flatMap((kind) => find.typeKeys[kind].map((typeKey) => ({ kind, typeKey })))
}

async function isDue(context: SyncContext, hold: Hold, occasion: Occasion): Promise<Result<boolean, SyncError>> {
  const { everyMs } = context.rules.catchUp
  if (occasion !== 'regular' || everyMs === 'never') return ok(true)
  return (await wasWithin(context, hold, LAST_RUN, everyMs / 2)).map((recent) => !recent)
}
