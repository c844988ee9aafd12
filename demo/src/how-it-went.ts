import type { JournalEntry } from '@siagh-sync/sync-core'

const WORDS = new Map([
  ['rejected', 'refused'],
  ['malformed', 'bad answer'],
  ['unavailable', 'server away'],
  ['outcome_unknown', 'answer lost'],
  ['in_doubt', 'in doubt'],
  ['linked', 'found'],
  ['no_account_party', 'no account party'],
  ['changed-after-posting', 'edited'],
])

/** The results of a record's runs, the oldest first. Equal results in a row are shown once, with their number. */
export function howItWent(runs: readonly JournalEntry[]): string {
  const turns: { end: string; times: number }[] = []
  for (const end of runs.map(endOf)) {
    const last = turns.at(-1)
    if (last?.end === end) last.times += 1
    else if (end !== 'unchanged') turns.push({ end, times: 1 })
    else if (last?.end === 'edited') turns.push({ end: 'as posted', times: 1 })
  }
  return turns.map(({ end, times }) => (times > 1 ? `${end} x${times}` : end)).join(' > ')
}

function endOf({ outcome, error }: JournalEntry): string {
  const end = outcome ?? error ?? ''
  return WORDS.get(end) ?? end
}
