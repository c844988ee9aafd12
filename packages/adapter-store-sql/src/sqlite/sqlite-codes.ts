// The names of SQLite's result codes: https://sqlite.org/rescode.html
const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '')

/** Another connection holds the lock. It may be free soon. */
export const isBusy = (cause: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause))

/** The file is no database, or a damaged one. Trying again does not help. */
export const isDamage = (cause: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(cause))

/** The disk has refused a write: it is full, or it has an error. */
export const isDiskFailure = (cause: unknown): boolean => /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(cause))
