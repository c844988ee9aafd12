import type { Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying } from '../messages/cli-messages'
import { durationSaying } from '../speech/speech'
import { fine, skipped, warning, type CheckLine } from './check-line'

const LIMIT_MS = 5 * 60_000

/** How far a server's clock is from ours. `undefined`: it told no time, as `untold` says. */
export function clockLine(system: 'crm' | 'siagh', skewMs: number | undefined, untold: Saying): CheckLine {
  const name = `${system} clock`
  if (skewMs === undefined) return skipped(name, untold)
  const apart = Math.abs(skewMs)
  // Below that it may be the way there and back, or a clock that shows no seconds.
  if (apart < 60_000) return fine(name, cliSaying('clock_same'))
  const message = cliSaying(skewMs > 0 ? 'clock_ahead' : 'clock_behind', { duration: durationSaying(apart) })
  if (apart <= LIMIT_MS) return fine(name, message)
  return warning(name, message, cliSaying('clock_advice'))
}
