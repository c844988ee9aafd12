import { keyOf, type Evidence, type Finding } from './finding'
import { groupBy } from './group-by'

/** Every acknowledged webhook was followed by a run, and how long that took, the outages among it. */
export function judgeDelays({ deliveries, store }: Evidence): Finding {
  const runs = groupBy(store.journal, ({ key }) => key)
  const delays: number[] = []
  const violations = deliveries.acknowledged.flatMap(({ record, sentAt, acknowledgedAt }) => {
    const key = keyOf(record)
    const handled = (runs.get(key) ?? []).find(
      ({ at, outcome, error_kind }) =>
        at >= sentAt && (outcome !== null || error_kind === store.inbox.get(key)?.error_kind),
    )
    if (!handled) return [{ about: key, what: `was acknowledged at ${String(acknowledgedAt)}, and no run followed` }]
    delays.push(Math.max(0, handled.at + handled.duration_ms - acknowledgedAt))
    return []
  })
  delays.sort((a, b) => a - b)
  const at = (part: number) => seconds(delays[Math.floor(part * (delays.length - 1))] ?? 0)
  return {
    violations,
    figures: [
      ['runs', store.journal.length],
      ['delay of a webhook: half of them', at(0.5)],
      ['delay of a webhook: 99 of 100', at(0.99)],
      ['longest delay of a key', at(1)],
    ],
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
