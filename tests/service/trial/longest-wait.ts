import type { Acknowledged } from './edit-steadily'
import type { JournaledRun } from './operator'

/**
 * The longest time from the acknowledgement of a webhook to the end of the first run that has seen the edit, having begun after
 * it, in milliseconds; `Infinity` where there was none.
 */
export function longestWait(acknowledged: readonly Acknowledged[], runs: readonly JournaledRun[]): number {
  const waits = acknowledged.map(({ id, sentAt, at }) => {
    const ends = runs.filter((run) => run.key.id === id && run.at >= sentAt).map((run) => run.at + run.durationMs)
    return Math.min(...ends) - at
  })
  return Math.max(...waits)
}
