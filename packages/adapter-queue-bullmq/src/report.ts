import type { Logger } from '@siagh-sync/sync-core'

/** Tells the logger what the engine complains of, each complaint once in a while: one lost connection is many errors. */
export interface Report {
  readonly failed: (error: unknown) => void
  /** The engine has answered, which is news after a complaint only. */
  readonly healed: () => void
}

const AGAIN_MS = 30_000

/** A report that has said nothing yet. */
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

/** An error in words. A refused connection has no message of its own where several addresses were tried. */
export function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(', ')
  if (!(error instanceof Error)) return String(error)
  const { code } = error as { readonly code?: unknown }
  return error.message || (typeof code === 'string' ? code : error.name)
}
