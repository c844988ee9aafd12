import type { JournalEntry } from '@siagh-sync/sync-core'

const WORDS = new Map([
  ['rejected', 'refused'],
  ['in_doubt', 'in doubt'],
  ['linked', 'settled'],
  ['changed-after-posting', 'edited'],
])

/** The ends of a record's runs, the oldest first; what happened several times in a row is counted. */
export function howItWent(runs: readonly JournalEntry[]): string {
  const ends = runs.map(({ outcome, error }) => outcome ?? error ?? '').map((end) => WORDS.get(end) ?? end)
  const turns: { end: string; times: number }[] = []
  for (const end of ends) {
    const last = turns.at(-1)
    if (last?.end === end) last.times += 1
    else turns.push({ end, times: 1 })
  }
  const told = turns.filter(({ end }, index) => end !== 'unchanged' || index === turns.length - 1)
  return told.map(({ end, times }) => (times > 1 && end !== 'unchanged' ? `${end} x${times}` : end)).join(' > ')
}
