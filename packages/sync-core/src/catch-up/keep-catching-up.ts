import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { catchUp, type Occasion } from './catch-up'
import type { CatchUpReport } from './catch-up-events'

/**
 * Catches up at the start and then every `catchUp.everyMs`, a tenth more or less, so that what a lost webhook has told is handled all
 * the same. What fails is tried again the next time; what another process has, or was killed over, as soon as its lease may have run out.
 * The returned function ends it and resolves when none is under way.
 */
export function keepCatchingUp(context: SyncContext): () => Promise<void> {
  const { catchUp: rules, leaseMs } = context.rules
  const { everyMs } = rules
  if (everyMs === 'never') return () => Promise.resolve()
  const ending = new AbortController()
  const tell = teller(context)
  let cancel = () => {}
  let underWay = Promise.resolve()
  const next = (occasion: Occasion) => {
    underWay = catchUpOnce(context, occasion, ending.signal, tell).then((end) => {
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

type Tell = (level: 'info' | 'warn', what: Readonly<Record<string, unknown>>, message: string) => void

async function catchUpOnce(
  context: SyncContext,
  occasion: Occasion,
  signal: AbortSignal,
  tell: Tell,
): Promise<'busy' | 'ended'> {
  for await (const event of catchUp(context, { signal }, occasion)) {
    if (event.isErr() && event.error.kind === 'busy') return 'busy'
    if (event.isErr()) tellFailure(event.error, tell)
    else if (event.value.kind === 'finished') tellReport(event.value.report, tell)
  }
  return 'ended'
}

function tellFailure(error: SyncError, tell: Tell): void {
  const system = 'system' in error ? { system: error.system } : {}
  tell(
    'warn',
    { ...system, error: error.kind },
    'what has changed in the CRM could not be asked for; it is tried again',
  )
}

function tellReport({ complete, by, noted, refused }: CatchUpReport, tell: Tell): void {
  if (!complete) return
  const count = noted.identity + noted.invoice + noted.quote
  if (by === 'walk' && noted.identity > 0)
    tell(
      'warn',
      { refused, noted: count },
      'the CRM refuses find, so every identity was noted, and no document could be',
    )
  else if (refused.length > 0)
    tell('warn', { refused }, 'the CRM refuses find: changes whose webhooks were lost stay unnoticed')
  else tell('info', { noted: count }, 'caught up with the CRM')
}

/** What is as it was the last time is told once: a CRM that is away for a weekend is one line, not a thousand. */
function teller({ logger, company }: SyncContext): Tell {
  let last = ''
  return (level, what, message) => {
    const told = JSON.stringify([what, message])
    const fields = { company, ...what }
    if (told === last) logger.debug(fields, message)
    else logger[level](fields, message)
    last = told
  }
}
