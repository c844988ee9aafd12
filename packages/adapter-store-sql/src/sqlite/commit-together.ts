import { isDamage, isDiskFailure } from './sqlite-codes'

/** The parts of a better-sqlite3 connection that a commit uses. */
export interface Transactions {
  readonly inTransaction: boolean
  exec(sql: string): unknown
}

/** One writer's part in the next commit. */
export interface Member {
  readonly synced: boolean
  /** When it stops waiting for a writer in another process, on the clock of `performance.now`. */
  readonly until: number
  /** Runs the write. Returns its failure, and a function that answers the caller after the commit. */
  readonly run: () => { readonly failure: unknown; readonly answer: () => void }
  readonly fail: (cause: unknown) => void
}

/**
 * Runs the writes in one transaction, and answers them after the commit. `check` is called before the transaction,
 * and again before the answers. A write that fails has changed nothing, because only its last statement writes; the
 * other writes continue. But if the disk has failed, or SQLite has rolled back everything, the whole group fails:
 * nothing of it may count as written.
 */
export function commitTogether(database: Transactions, group: readonly Member[], check: () => void): void {
  check()
  database.exec('BEGIN IMMEDIATE')
  try {
    const answers = group.map(({ run }) => {
      const { failure, answer } = run()
      if (isDiskFailure(failure) || isDamage(failure)) throw failure
      if (!database.inTransaction) throw new Error('SQLite rolled back what was written together')
      return answer
    })
    database.exec('COMMIT')
    check()
    for (const answer of answers) answer()
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw cause
  }
}
