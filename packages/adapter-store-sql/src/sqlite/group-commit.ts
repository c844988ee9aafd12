import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { err, Result } from 'neverthrow'
import { unavailable } from '../ports/runner'
import { commitTogether, type Member, type Transactions } from './commit-together'
import { isBusy } from './sqlite-codes'
import { pauseAfter } from './while-busy'

/** How a write wants to be committed. */
interface Wish {
  /** Whether it must be on disk when the caller gets the answer. */
  readonly synced: boolean
  /** Whether it writes with several statements and must leave nothing if one of them fails. Default `false`. */
  readonly whole?: boolean
  /** How long it waits for a writer in another process. Default: `busyTimeoutMs`. */
  readonly patienceMs?: number
}

/** Commits writes together. */
export interface GroupCommit {
  /**
   * Runs `write` with all others that came in this turn of the event loop. Resolves after their common commit. That
   * commit waits for the disk if one of them needs it.
   */
  join<T>(write: () => T, wish: Wish): Promise<Result<T, StoreUnavailable>>
  /** Resolves when all writes that have joined are committed. Later writes are refused. */
  end(): Promise<void>
}

/** The options of a group commit. */
export interface CommitOptions {
  /** How long a write waits for a writer in another process. The event loop continues meanwhile. */
  readonly busyTimeoutMs: number
  /**
   * Throws if nothing may be written. Called before each commit, and again after it before the callers get their
   * answers.
   */
  readonly check: () => void
  /**
   * Called when a commit has failed. `true`: something was done about it, and the same writes should be tried again
   * at once.
   */
  readonly failed: (cause: unknown) => boolean
}

/**
 * Creates a group commit. During a commit nobody can join, because it blocks the event loop. Requests that come
 * meanwhile stay in the socket buffers and join the next commit together. So one fsync serves many writes. If another
 * process has the lock, all of them wait together.
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

/** A write with several statements, inside the transaction of its group. */
function allOrNothing<T>(database: Transactions, write: () => T): T {
  database.exec('SAVEPOINT whole')
  try {
    const answer = write()
    database.exec('RELEASE whole')
    return answer
  } catch (cause) {
    // SQLite may have rolled back everything already.
    if (database.inTransaction) database.exec('ROLLBACK TO whole; RELEASE whole')
    throw cause
  }
}

/**
 * Fails the members that must not wait any longer, and returns the others. Only the lock of another process is waited
 * for.
 */
function failThose(group: readonly Member[], cause: unknown): Member[] {
  const now = performance.now()
  const waits = ({ until }: Member) => isBusy(cause) && until > now
  for (const member of group) if (!waits(member)) member.fail(cause)
  return group.filter(waits)
}

/** Runs again if `failed` says so. The lock of another process is not handled here. */
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
 * Switches between commits that wait for the disk and commits that do not. The log is one file, so a commit that
 * waits also writes all earlier commits to disk.
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
