import { err, ok, type Result } from 'neverthrow'
import type { LeaseContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { eventsOf, type Work } from '../long-work/work'
import type { Hold } from '../run/hold'
import { takeLease } from '../run/take-lease'
import { busy } from '../run/busy'
import { catchUpSource, type SourceContext } from './catch-up-source'
import { LAST_RUN, setMark, wasWithin } from './marks'
import type { ChangeSource } from './ask-for-changes'
import type { CatchUpEvent, CatchUpOptions } from './catch-up-events'
import { createCatchUpCounts } from './catch-up-report'
import { walkRefused } from './walk-refused'
import { worded } from '../messages/core-messages'
import type { FoundKind } from '../types'

const ALL: Readonly<Record<FoundKind, true>> = { person: true, organization: true, invoice: true, quote: true }
const KINDS = Object.keys(ALL) as readonly FoundKind[]

/** What a catch-up needs. */
export type CatchUpContext = SourceContext & LeaseContext & Pick<SyncContext, 'claim'>

/** What starts a catch-up: a caller, the start of the workers, or their timer. */
export type Occasion = 'asked' | 'start' | 'regular'

/**
 * Notes what has changed in the CRM. Only the CRM's clock counts. Each kind has its own mark. A mark moves when all
 * changes before it are noted and on disk. `busy`: another process of the company is catching up.
 */
export function catchUp(
  context: CatchUpContext,
  options: CatchUpOptions,
  occasion: Occasion = 'asked',
): AsyncGenerator<Result<CatchUpEvent, SyncError>> {
  if (options.since && Number.isNaN(options.since.getTime()))
    throw new RangeError('catchUp needs a valid date as `since`')
  return eventsOf(() => underLease(context, options, occasion))
}

async function* underLease(context: CatchUpContext, options: CatchUpOptions, occasion: Occasion): Work<CatchUpEvent> {
  const confirmed = await context.claim.confirmServers()
  if (confirmed.isErr()) return confirmed
  const taken = await takeLease(context, { company: context.company, kind: 'identity', id: 'catch-up' })
  if (taken.isErr()) return err(taken.error)
  if (!taken.value) return err(busy(worded('busy_catch_up')))
  const { hold, giveBack } = taken.value
  try {
    return yield* catchUpAll(context, hold, options, occasion)
  } finally {
    await giveBack()
  }
}

/** Yields nothing if a regular catch-up is not due, because another process has done one. */
async function* catchUpAll(
  context: SourceContext,
  hold: Hold,
  { since, signal }: CatchUpOptions,
  occasion: Occasion,
): Work<CatchUpEvent> {
  const due = await isDue(context, hold, occasion)
  if (due.isErr()) return err(due.error)
  if (!due.value) return ok(undefined)
  const counts = createCatchUpCounts()
  const run = { hold, counts, ...(since && { since }), ...(signal && { signal }) }
  for (const source of sourcesOf(context.rules)) {
    const done = yield* catchUpSource(context, { ...run, source })
    if (done.isErr()) return done
    if (signal?.aborted) break
  }
  if (!signal?.aborted) {
    const walked = yield* walkRefused(context, run, occasion)
    if (walked.isErr()) return walked
  }
  if (!signal?.aborted) {
    const ended = await setMark(context, hold, LAST_RUN, hold.takenAt)
    if (ended.isErr()) return ended
  }
  yield { kind: 'finished', report: counts.report(!signal?.aborted) }
  return ok(undefined)
}

function sourcesOf({ find }: SyncContext['rules']): ChangeSource[] {
  return KINDS.flatMap((kind) => find.typeKeys[kind].map((typeKey) => ({ kind, typeKey })))
}

async function isDue(
  context: Pick<SyncContext, 'store' | 'company' | 'rules'>,
  hold: Hold,
  occasion: Occasion,
): Promise<Result<boolean, SyncError>> {
  const { everyMs } = context.rules.catchUp
  if (occasion !== 'regular' || everyMs === 'never') return ok(true)
  return (await wasWithin(context, hold, LAST_RUN, everyMs / 2)).map((recent) => !recent)
}
