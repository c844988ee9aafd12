import type { NotingContext, SyncContext } from '../context'
import { keyText } from '../key'
import { inPages } from '../run/in-pages'
import { purge } from './purge'
import { createRecheck } from './recheck-failures'

const PAGE = 500
const HOUR_MS = 3_600_000

/**
 * Enqueues every record with a noted change that is due and not under way. So a record that the queue has lost, or
 * that a crash has interrupted, is found at the start and then every `sweepEveryMs`. At the start and every hour the
 * sweep enqueues all noted records, due or not: the clock that has planned a change may have been wrong by days, and
 * a run finds out whether to wait. After each sweep, old entries are purged, and failures are noted again if their
 * reason is gone. The returned function stops the sweep. It resolves when no sweep is under way.
 */
export function startSweep(
  context: NotingContext & Pick<SyncContext, 'rules' | 'contacts' | 'siagh' | 'updates' | 'shadow'>,
): () => Promise<void> {
  let stopped = false
  let cancel = () => {}
  let underWay = Promise.resolve()
  let purging = Promise.resolve()
  let rechecking = Promise.resolve()
  let looking = Promise.resolve()
  const isStopped = () => stopped
  const recheck = createRecheck(context)
  const isHourly = everyHour(context)
  const next = () => {
    underWay = sweep(context, isHourly() ? ALL : context.clock.now(), isStopped).then(() => {
      if (!stopped) cancel = context.clock.after(context.rules.sweepEveryMs, next)
    })
    // Slow work must not delay the next sweep.
    purging = purging.then(() => purge(context, isStopped))
    rechecking = rechecking.then(recheck)
    looking = looking.then(() => lookForShadow(context))
  }
  next()
  return () => {
    stopped = true
    cancel()
    return Promise.all([underWay, purging, rechecking, looking]).then(() => undefined)
  }
}

/** Another process may have been in shadow since the last sweep. */
async function lookForShadow({
  shadow,
  logger,
  company,
}: Pick<SyncContext, 'shadow' | 'logger' | 'company'>): Promise<void> {
  shadow.forget()
  const confirmed = await shadow.confirm()
  if (confirmed.isErr())
    logger.warn({ company, error: confirmed.error.kind }, 'whether the company was in shadow could not be read')
}

// A time that is later than every due time.
const ALL = Number.MAX_SAFE_INTEGER

/**
 * Returns a function that returns `true` at its first call and then once an hour, even if the clock is set meanwhile.
 */
function everyHour({ clock }: Pick<SyncContext, 'clock'>): () => boolean {
  const elapsed = () => clock.elapsed?.() ?? clock.now()
  let last: number | undefined
  return () => {
    if (last !== undefined && Math.abs(elapsed() - last) < HOUR_MS) return false
    last = elapsed()
    return true
  }
}

/** Enqueues what is due by `until`. */
async function sweep(
  { store, queue, logger, company }: Omit<NotingContext, 'clock'>,
  until: number,
  isStopped: () => boolean,
): Promise<void> {
  for await (const page of inPages(PAGE, (request) => store.inbox.due(company, until, request))) {
    if (page.isErr()) {
      logger.warn({ company, error: page.error.kind }, 'the sweep could not read the inbox')
      return
    }
    for (const key of page.value) {
      if (isStopped()) return
      const enqueued = await queue.enqueue(company, keyText(key))
      if (enqueued.isErr()) {
        logger.warn({ company, error: enqueued.error.kind }, 'the sweep could not reach the queue')
        return
      }
    }
  }
}
