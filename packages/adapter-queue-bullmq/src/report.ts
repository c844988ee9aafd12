import type { Logger } from '@siagh-sync/sync-core'

/** Logs the errors of the engine, each one only once in a while: one lost connection causes many errors. */
export interface Report {
  readonly failed: (error: unknown) => void
  /** The engine has answered. Logged only after an error. */
  readonly healed: () => void
}

const AGAIN_MS = 30_000

/** Creates a report. */
export function createReport(logger: Logger, engine: string): Report {
  const said = new Map<string, number>()
  let away = false
  return {
    failed(error) {
      const text = describe(error)
      const before = said.get(text)
      if (before !== undefined && Date.now() - before < AGAIN_MS) return
      if (said.size > 100) said.clear()
      said.set(text, Date.now())
      away = true
      logger.warn({ engine, error: text }, 'the queue engine has a fault; wake-ups come late until it has healed')
    },
    healed() {
      if (away) logger.info({ engine }, 'the queue engine answers again')
      away = false
    },
  }
}

/** The text of an error. If several addresses were tried, a refused connection has no message of its own. */
export function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(', ')
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { readonly code?: unknown }
  return error.message || (typeof code === 'string' ? code : error.name)
}
