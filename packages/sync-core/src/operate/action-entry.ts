import type { RunContext } from '../context'
import type { JournalEntry } from '../ports/store'
import type { OutcomeKind, RecordKey } from '../types'

const LONGEST_NAME = 100

/**
 * The journal entry of an operator's action. `by`: the name of the person. Control characters and halves of
 * surrogate pairs, which not every database can keep, become spaces.
 */
export function actionEntry(
  { clock }: Pick<RunContext, 'clock'>,
  key: RecordKey,
  outcome: OutcomeKind,
  by: string | undefined,
): JournalEntry {
  const name = by?.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
  return {
    ...{ at: clock.now(), key, trigger: 'operator', attempt: 1, outcome, durationMs: 0, calls: [], warnings: [] },
    ...(name && { by: Array.from(name).slice(0, LONGEST_NAME).join('') }),
  }
}
