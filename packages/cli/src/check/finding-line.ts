import type { Finding, Question } from '@siagh-sync/probe'
import { fine, warning, type CheckLine } from './check-line'

/** The names of the lines, for the questions that `check` asks. */
const NAMES: Readonly<Partial<Record<Question, string>>> = {
  missing_id: 'crm missing id',
  wrong_kind: 'crm types',
  toward_type: 'siagh types',
  account_party: 'siagh parties',
}

/** What somebody has to do something about. Everything else that differs is dealt with by the program. */
const TO_DO: ReadonlySet<string> = new Set([
  'probe_missing_id_fault',
  'probe_missing_id_shown',
  'probe_wrong_kind_shown',
  'probe_toward_type_reversed',
  'probe_no_account_parties',
])

/** Findings of a quick look as lines of a check. What was not seen is no line. */
export function findingLines(findings: readonly Finding[]): readonly CheckLine[] {
  return findings.flatMap(({ question, verdict, seen, follows }) => {
    const name = NAMES[question]
    if (name === undefined || verdict === 'unseen') return []
    return [TO_DO.has(follows.code) ? warning(name, seen, follows) : fine(name, seen)]
  })
}
