import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { err, Result } from 'neverthrow'
import { unavailable } from '../ports/runner'

/** Commits writes together. */
export interface GroupCommit {
  /**
   * Runs `write` with all others that came in this turn of the event loop; resolves after their common commit, which is on disk if
   * one of them asks for that.
   */
  join<T>(write: () => T, wish: { readonly synced: boolean }): Promise<Result<T, StoreUnavailable>>
  /** Resolves when everything that has joined is committed. Who joins later is refused. */
  end(): Promise<void>
}

/** What a commit needs of a better-sqlite3 connection. */
interface Transactions {
  readonly inTransaction: boolean
  exec(sql: string): unknown
}

/** One writer's part in the next commit. */
interface Member {
  readonly synced: boolean
  /** Runs the write and says what to do once the commit is through. */
  readonly run: () => () => void
  readonly fail: (cause: unknown) => void
}

/**
 * Nobody joins during a commit, since it blocks the event loop; who came in meanwhile (requests in the socket buffers) joins the next
 * one together. That is what makes an fsync per write affordable.
 */
export function createGroupCommit(database: Transactions): GroupCommit {
  const setSynced = createSyncSwitch(database)
  let members: Member[] = []
  let ended: Promise<void> | undefined

  const commit = () => {
    const group = members
    members = []
    try {
      setSynced(group.some(({ synced }) => synced))
      commitTogether(database, group)
    } catch (cause) {
      for (const { fail } of group) fail(cause)
    }
  }

  const join = <T>(write: () => T, { synced }: { readonly synced: boolean }) =>
    new Promise<Result<T, StoreUnavailable>>((resolve) => {
      const fail = (cause: unknown) => resolve(err(unavailable(cause)))
      if (ended !== undefined) {
        fail(new Error('the store is closed'))
        return
      }
      const run = () => {
        const result = Result.fromThrowable(write, unavailable)()
        return () => resolve(result)
      }
      if (members.push({ synced, run, fail }) === 1) setImmediate(commit)
    })

  return {
    join,
    end() {
      ended ??= new Promise((resolve) => setImmediate(resolve))
      return ended
    },
  }
}

/**
 * Switches between commits that wait for the disk and commits that do not. The log is one file: a commit that waits puts on disk
 * whatever was committed before it.
 */
function createSyncSwitch(database: Transactions): (synced: boolean) => void {
  let isSynced: boolean | undefined
  return (synced) => {
    if (synced === isSynced) return
    isSynced = undefined
    database.exec(`PRAGMA synchronous = ${synced ? 'FULL' : 'NORMAL'}`)
    isSynced = synced
  }
}

/**
 * A write that fails has changed nothing, for it writes with its last statement only; the others go on. But an error that made
 * SQLite roll everything back (a full disk) is everybody's: nothing of the group may be called written.
 */
function commitTogether(database: Transactions, group: readonly Member[]): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const answers = group.map(({ run }) => {
      const answer = run()
      if (!database.inTransaction) throw new Error('SQLite rolled back what was written together')
      return answer
    })
    database.exec('COMMIT')
    for (const answer of answers) answer()
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw cause
  }
}
