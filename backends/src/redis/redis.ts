import { redisAnswers } from './answers'
import { findRedis } from './find-redis'
import { startRedis } from './start-redis'

const listening = 'redis://127.0.0.1:6379'

let found: Promise<{ readonly url: string }> | undefined

/**
 * The Redis that listens on 127.0.0.1:6379; else one of its own, started once for this process and ended with it. Rejects with one
 * sentence that says what to install.
 */
export function redis(): Promise<{ readonly url: string }> {
  found ??= redisAnswers(listening).then((answers) => (answers ? { url: listening } : startRedis()))
  return found
}

/** Fetches a Redis where none listens and none is installed. Rejects with one sentence that says what to install. */
export async function haveRedis(): Promise<void> {
  if (!(await redisAnswers(listening))) await findRedis()
}
