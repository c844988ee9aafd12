/** Takes structured fields and a sentence, as pino does. Fields hold ids and counts: no secret, no personal data. */
export interface Logger {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** A logger that logs nothing. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} }
