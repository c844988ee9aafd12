import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { err, Result } from 'neverthrow'
import { unavailable } from '../ports/runner'
import { commitTogether, type Member, type Transactions } from './commit-together'
import { isBusy } from './sqlite-codes'
import { pauseAfter } from './while-busy'

/** How a write is to be committed. */
interface Wish {
  /** Whether it has to be on disk when it is answered. */
  readonly synced: boolean
  /** Whether it writes with several statements, and has to leave nothing where one of them fails. Default `false`. */
  readonly whole?: boolean
  /** How long it waits for a writer in another process. Default: as long as any. */
  readonly patienceMs?: number
}

/** Commits writes together. */
export interface GroupCommit {
  /**
   * Runs `write` with all others that came in this turn of the event loop; resolves after their common commit, which is on disk if
   * one of them asks for that.
   */
  join<T>(write: () => T, wish: Wish): Promise<Result<T, StoreUnavailable>>
  /** Resolves when everything that has joined is committed. Who joins later is refused. */
  end(): Promise<void>
}

/** What a group commit tells and asks. */
export interface CommitOptions {
  /** How long a write waits for a writer in another process; the event loop goes on meanwhile. */
  readonly busyTimeoutMs: number
  /** Throws where nothing may be written. Asked before each commit, and after it before anybody is told of it. */
  readonly check: () => void
  /** A commit failed. `true`: something was done about it, and the same writes are worth another try at once. */
  readonly failed: (cause: unknown) => boolean
}

/**
 * Nobody joins during a commit, since it blocks the event loop; who came in meanwhile (requests in the socket buffers) joins the next
 * one together. That is what makes an fsync per write affordable. Where another process has the lock, all of them wait together.
 */
export function createGroupCommit(database: Transactions, options: CommitOptions): GroupCommit {
  const setSynced = createSyncSwitch(database)
  let members: Member[] = []
  let tries = 0
  let isEnded = false
  let allCommitted = () => {}

  const commit = () => {
    const group = members
    members = []
    tries += 1
    const tryToCommit = () => {
      setSynced(group.some(({ synced }) => synced))
      commitTogether(database, group, options.check)
    }
    try {
      tryOnceMore(tryToCommit, options.failed)
    } catch (cause) {
      members = failThose(group, cause)
      if (members.length < group.length && isBusy(cause)) options.failed(cause)
    }
    if (members.length > 0) {
      setTimeout(commit, pauseAfter(tries))
      return
    }
    tries = 0
    allCommitted()
  }
  return {
    join: (write, wish) =>
      new Promise((resolve) => {
        const member = toMember(wish.whole ? () => allOrNothing(database, write) : write, options, wish, resolve)
        if (isEnded) member.fail(new Error('the store is closed'))
        else if (members.push(member) === 1) setImmediate(commit)
      }),
    end() {
      isEnded = true
      return members.length === 0 ? Promise.resolve() : new Promise((resolve) => (allCommitted = resolve))
    },
  }
}

function toMember<T>(
  write: () => T,
  { busyTimeoutMs }: CommitOptions,
  { synced, patienceMs = busyTimeoutMs }: Wish,
  resolve: (answer: Result<T, StoreUnavailable>) => void,
): Member {
  return {
    synced,
    until: performance.now() + patienceMs,
    run() {
      const result = Result.fromThrowable(write, unavailable)()
      return { failure: result.isErr() ? result.error.cause : undefined, answer: () => resolve(result) }
    },
    fail: (cause) => resolve(err(unavailable(cause))),
  }
}

/** A write of several statements, within the transaction of its group. */
function allOrNothing<T>(database: Transactions, write: () => T): T {
  database.exec('SAVEPOINT whole')
  try {
    const answer = write()
    database.exec('RELEASE whole')
    return answer
  } catch (cause) {
    // SQLite itself may have rolled back everything, and then there is nothing to go back to.
    if (database.inTransaction) database.exec('ROLLBACK TO whole; RELEASE whole')
    throw cause
  }
}

/** Fails those of a group that have no more patience, and answers the others. Patience is for a rival's lock alone. */
function failThose(group: readonly Member[], cause: unknown): Member[] {
  const now = performance.now()
  const waits = ({ until }: Member) => isBusy(cause) && until > now
  for (const member of group) if (!waits(member)) member.fail(cause)
  return group.filter(waits)
}

/** A rival's lock is waited for elsewhere. */
function tryOnceMore(run: () => void, failed: CommitOptions['failed']): void {
  try {
    run()
  } catch (cause) {
    if (isBusy(cause) || !failed(cause)) throw cause
    try {
      run()
    } catch (again) {
      failed(again)
      throw again
    }
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
