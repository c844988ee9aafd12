import { redisAnswers } from './answers'
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
