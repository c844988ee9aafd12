import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { catchUp, type CatchUpContext, type Occasion } from './catch-up'
import type { CatchUpReport } from './catch-up-events'

/**
 * Catches up at the start and then every `catchUp.everyMs`, plus or minus a tenth. So changes with lost webhooks are
 * handled too. After an error the next try comes at the next time. If another process is catching up, or has died
 * during a catch-up, the next try comes when its lease may have run out. The returned function ends the catching up,
 * and resolves when none is under way.
 */
export function keepCatchingUp(context: CatchUpContext & Pick<SyncContext, 'random'>): () => Promise<void> {
  const { catchUp: rules, leaseMs } = context.rules
  const { everyMs } = rules
  if (everyMs === 'never') return () => Promise.resolve()
  const ending = new AbortController()
  const report = createReporter(context)
  let cancel = () => {}
  let underWay = Promise.resolve()
  const next = (occasion: Occasion) => {
    underWay = catchUpOnce(context, occasion, ending.signal, report).then((end) => {
      if (ending.signal.aborted) return
      const turnMs = everyMs * (0.9 + 0.2 * context.random())
      cancel =
        end === 'busy'
          ? context.clock.after(Math.min(leaseMs, turnMs), () => next(occasion))
          : context.clock.after(turnMs, () => next('regular'))
    })
  }
  next('start')
  return () => {
    ending.abort()
    cancel()
    return underWay
  }
}

type Report = (level: 'info' | 'warn', what: Readonly<Record<string, unknown>>, message: string) => void

async function catchUpOnce(
  context: CatchUpContext,
  occasion: Occasion,
  signal: AbortSignal,
  report: Report,
): Promise<'busy' | 'ended'> {
  for await (const event of catchUp(context, { signal }, occasion)) {
    if (event.isErr() && event.error.kind === 'busy') return 'busy'
    if (event.isErr()) reportFailure(event.error, report)
    else if (event.value.kind === 'finished') reportCounts(event.value.report, report)
  }
  return 'ended'
}

function reportFailure(error: SyncError, report: Report): void {
  const system = 'system' in error ? { system: error.system } : {}
  report(
    'warn',
    { ...system, error: error.kind },
    'what has changed in the CRM could not be asked for; it is tried again',
  )
}

function reportCounts({ complete, by, noted, refused }: CatchUpReport, report: Report): void {
  if (!complete) return
  const count = noted.identity + noted.invoice + noted.quote
  if (by === 'walk' && noted.identity > 0)
    report(
      'warn',
      { refused, noted: count },
      'the CRM refuses find, so every identity was noted, and no document could be',
    )
  else if (refused.length > 0)
    report('warn', { refused }, 'the CRM refuses find: changes whose webhooks were lost stay unnoticed')
  else report('info', { noted: count }, 'caught up with the CRM')
}

/**
 * Logs a message in full only if it differs from the last one. So a CRM that is away for a weekend causes one line
 * and not a thousand.
 */
function createReporter({ logger, company }: Pick<SyncContext, 'logger' | 'company'>): Report {
  let last = ''
  return (level, what, message) => {
    const current = JSON.stringify([what, message])
    const fields = { company, ...what }
    if (current === last) logger.debug(fields, message)
    else logger[level](fields, message)
    last = current
  }
}
