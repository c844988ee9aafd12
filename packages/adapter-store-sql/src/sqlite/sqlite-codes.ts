// The names of SQLite's result codes: https://sqlite.org/rescode.html
const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '')

/** Another connection holds the lock; it may be free a moment later. */
export const isBusy = (cause: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause))

/** What is in the file is no database, or no whole one. No repetition mends that. */
export const isDamage = (cause: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(cause))

/** The disk did not take what was written to it: it is full, or an error of its own. */
export const isDiskFailure = (cause: unknown): boolean => /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(cause))
