import { isDamage, isDiskFailure } from './sqlite-codes'

/** What a commit needs of a better-sqlite3 connection. */
export interface Transactions {
  readonly inTransaction: boolean
  exec(sql: string): unknown
}

/** One writer's part in the next commit. */
export interface Member {
  readonly synced: boolean
  /** When it stops to wait for a writer in another process, on the clock of `performance.now`. */
  readonly until: number
  /** Runs the write, and says what it failed with and how it is answered once the commit is through. */
  readonly run: () => { readonly failure: unknown; readonly answer: () => void }
  readonly fail: (cause: unknown) => void
}

/**
 * Runs the writes in one transaction, and answers them once it is committed. `check` is asked before, and again before anybody is told. A write that fails has
 * changed nothing, for it writes with its last statement only; the others go on. But what the disk did not take, or what made SQLite
 * roll everything back, is everybody's: nothing of the group may be called written.
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
