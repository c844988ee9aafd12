import type { SyncContext } from '../context'
import { keyText } from '../key'
import { inPages } from '../run/in-pages'
import { purge } from './purge'
import { createRecheck } from './recheck-failures'

const PAGE = 500

/**
 * Rings the bell for all that is noted, due and not under way. Whatever a queue loses or a crash interrupts is found here, at the
 * start and then every `sweepEveryMs`; what is too old to keep is purged after it, and failures whose reason is gone are noted anew. The returned function ends it and resolves when no sweep is under way.
 */
export function startSweep(context: SyncContext): () => Promise<void> {
  let stopped = false
  let cancel = () => {}
  let underWay = Promise.resolve()
  let purging = Promise.resolve()
  let rechecking = Promise.resolve()
  const isStopped = () => stopped
  const recheck = createRecheck(context)
  const next = () => {
    underWay = sweep(context, isStopped).then(() => {
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

async function sweep(context: SyncContext, isStopped: () => boolean): Promise<void> {
  const { store, queue, clock, logger, company } = context
  const now = clock.now()
  for await (const page of inPages(PAGE, (request) => store.inbox.due(company, now, request))) {
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
