import { duration } from '../output/time'
import { fine, skipped, warning, type CheckLine } from './check-line'

const LIMIT_MS = 5 * 60_000

/** How far a server's clock is from ours. `undefined`: it told no time. */
export function clockLine(system: 'crm' | 'siagh', skewMs: number | undefined, source: string): CheckLine {
  const name = `${system} clock`
  if (skewMs === undefined) return skipped(name, `${source} tell no time`)
  const apart = Math.abs(skewMs)
  // Below that it may be the way there and back, or a clock that shows no seconds.
  if (apart < 60_000) return fine(name, 'the same as here, within a minute')
  const message = `${duration(apart)} ${skewMs > 0 ? 'ahead of' : 'behind'} ours`
  if (apart <= LIMIT_MS) return fine(name, message)
  return warning(
    name,
    message,
    'Set the clocks by one time server. Nothing is lost by it, but dates of documents and what people see in logs do not fit.',
  )
}
