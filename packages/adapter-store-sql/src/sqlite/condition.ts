import { silentLogger, type Logger } from '@siagh-sync/sync-core'
import { refusal } from '../messages/refusal'
import type { FileWatch } from './file-watch'
import { damaged } from './open-database'
import { isDamage } from './sqlite-codes'

/** Whether the store can be used: it works, it cannot be written at the moment, or it was given up. */
export interface Condition {
  /** Throws if the store was given up. Gives it up if its files are not the opened ones any more. */
  check(): void
  /** The same, but examines the files at most twice a second. For reads. */
  checkNowAndThen(): void
  /** Gives the store up. Until the next start nothing is read or written. */
  giveUp(reason: Error): void
  /** Notes that a statement or a commit has failed. If the file is damaged, the store is given up. */
  noticed(cause: unknown): void
  /** Notes that a commit has failed. The next one may fail too. */
  writeFailed(cause: unknown): void
  /** Notes that commits work again. */
  writesAgain(): void
  /** The error of the latest commit, if it failed. */
  writeFailure(): unknown
}

const LOOK_EVERY_MS = 500

/**
 * Creates the condition of a working store. Logs a warning when writing fails and when it works again, and an error
 * when the store is given up.
 */
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
