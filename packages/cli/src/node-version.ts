import type { Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying } from './messages/cli-messages'

/** The oldest Node that the drivers run on: under an older one the process can die without a word. */
const OLDEST = [22, 13] as const

/** What is wrong with the Node of this process, as in `v20.20.2`; `undefined`: nothing. */
export function tooOld(version: string): Saying | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  return isNewEnough ? undefined : cliSaying('node_too_old', { oldest: OLDEST.join('.'), version })
}
