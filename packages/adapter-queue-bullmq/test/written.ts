import type { Logger } from '@siagh-sync/sync-core'
import { vi } from 'vitest'

/** A logger that keeps its entries. */
export function recordingLogger() {
  const lines: {
    readonly level: string
    readonly fields: Readonly<Record<string, unknown>>
    readonly message: string
  }[] = []
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, fields, message })
  }
  const logger: Logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  return { logger, lines }
}

/** Watches the console, which only the application may write to. */
export function watchConsole() {
  return (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method))
}
