import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import { refusal } from '../messages/refusal'
import type { FileWatch } from './file-watch'
import { damaged } from './open-database'
import { isDamage } from './sqlite-codes'

/** Whether the store may be used: it is in order, it cannot be written for now, or it was given up for good. */
export interface Condition {
  /** Throws where the store was given up, and gives it up where its files are not those any more that were opened. */
  check(): void
  /** The same, but looks at the files no more often than twice a second: for those who only read. */
  checkNowAndThen(): void
  /** Gives the store up: until the next start nothing is read or written. */
  giveUp(reason: Error): void
  /** A statement or a commit has failed. Damage gives the store up. */
  noticed(cause: unknown): void
  /** A commit has failed, and so may the next one. */
  writeFailed(cause: unknown): void
  /** Commits go through again. */
  writesAgain(): void
  /** Why the latest commit failed. */
  writeFailure(): unknown
}

const LOOK_EVERY_MS = 500

/** A store in order. What becomes of it is logged: a warning when writing fails and when it works again, an error when it is given up. */
export function createCondition(file: string, watch: FileWatch, logger: Logger = silentLogger): Condition {
  let failure: { readonly cause: unknown } | undefined
  let lost: Error | undefined
  let lookedAt = -Infinity

  const giveUp = (reason: Error) => {
    lost ??= reason
    logger.error({ file }, reason.message)
  }
  const check = () => {
    if (lost !== undefined) throw lost
    lookedAt = performance.now()
    const trouble = watch.trouble()
    if (trouble === undefined) return
    const reason = refusal(trouble)
    giveUp(reason)
    throw reason
  }
  return {
    check,
    checkNowAndThen() {
      if (lost !== undefined || performance.now() - lookedAt >= LOOK_EVERY_MS) check()
    },
    giveUp,
    noticed(cause) {
      if (lost === undefined && cause instanceof Error && isDamage(cause)) giveUp(damaged(file, cause.message))
    },
    writeFailed(cause) {
      if (failure === undefined) logger.warn({ file, reason: String(cause) }, 'the store cannot be written')
      failure = { cause }
    },
    writesAgain() {
      failure = undefined
      logger.warn({ file }, 'the store can be written again')
    },
    writeFailure: () => failure?.cause,
  }
}
