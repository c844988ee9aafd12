import type { SyncContext } from '../context'
import { keyText } from '../key'
import { inPages } from '../run/in-pages'
import { purge } from './purge'
import { createRecheck } from './recheck-failures'

const PAGE = 500
const HOUR_MS = 3_600_000

/**
 * Rings the bell for all that is noted, due and not under way. Whatever a queue loses or a crash interrupts is found here, at the
 * start and then every `sweepEveryMs`. At the start and every hour it rings for everything that is noted: the clock that has planned a change
 * may have been wrong by days, and a run finds out whether to wait for it. What is too old to keep is purged after each sweep, and failures whose reason is
 * gone are noted anew. The returned function ends it and resolves when no sweep is under way.
 */
export function startSweep(context: SyncContext): () => Promise<void> {
  let stopped = false
  let cancel = () => {}
  let underWay = Promise.resolve()
  let purging = Promise.resolve()
  let rechecking = Promise.resolve()
  const isStopped = () => stopped
  const recheck = createRecheck(context)
  const isHourly = everyHour(context)
  const next = () => {
    underWay = sweep(context, isHourly() ? ALL : context.clock.now(), isStopped).then(() => {
      if (!stopped) cancel = context.clock.after(context.rules.sweepEveryMs, next)
    })
    // What takes its time must not hold up the next sweep.
    purging = purging.then(() => purge(context, isStopped))
    rechecking = rechecking.then(recheck)
  }
  next()
  return () => {
    stopped = true
    cancel()
    return Promise.all([underWay, purging, rechecking]).then(() => undefined)
  }
}

// Nothing is due later.
const ALL = Number.MAX_SAFE_INTEGER

/** Says yes the first time and then once an hour, whatever the clock is set to. */
function everyHour({ clock }: Pick<SyncContext, 'clock'>): () => boolean {
  const elapsed = () => clock.elapsed?.() ?? clock.now()
  let last: number | undefined
  return () => {
    if (last !== undefined && Math.abs(elapsed() - last) < HOUR_MS) return false
    last = elapsed()
    return true
  }
}

/** Rings for what is due by `until`. */
async function sweep(context: SyncContext, until: number, isStopped: () => boolean): Promise<void> {
  const { store, queue, logger, company } = context
  for await (const page of inPages(PAGE, (request) => store.inbox.due(company, until, request))) {
    if (page.isErr()) {
      logger.warn({ company, error: page.error.kind }, 'the sweep could not read the inbox')
      return
    }
    for (const key of page.value) {
      if (isStopped()) return
      const rung = await queue.enqueue(company, keyText(key))
      if (rung.isErr()) {
        logger.warn({ company, error: rung.error.kind }, 'the sweep could not reach the queue')
        return
      }
    }
  }
}
