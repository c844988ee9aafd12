import { recordOutput } from './test-record'

/** One line of a log. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

/** A logger that keeps its lines for the test, and for the search for secrets at the end of the run. */
export function recordingLogger() {
  const lines: LogLine[] = []
  const at = (level: LogLine['level']) => (fields: LogLine['fields'], message: string) => {
    lines.push({ level, fields, message })
    recordOutput(`${level} ${message} ${textOf(fields)}`)
  }
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

// What JSON leaves out of an error, its message, stack and cause, is what a log would print.
const textOf = (fields: LogLine['fields']) =>
  JSON.stringify(fields, (_key, value: unknown) =>
    value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value,
  )
