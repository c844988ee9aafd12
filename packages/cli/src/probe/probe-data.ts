import type { ProbeReport } from '@siagh-sync/probe'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { inEnglish } from '../messages/cli-messages'

/** The report as data, the same in every language: what is said is in English, each with its code. */
export function dataOf({ findings, proposals, questions, failures, ...counts }: ProbeReport) {
  return {
    ...counts,
    findings: findings.map(({ question, system, verdict, assumption, seen, follows }) => ({
      question,
      system,
      verdict,
      code: seen.code,
      assumption: inEnglish(assumption),
      seen: inEnglish(seen),
      follows: inEnglish(follows),
    })),
    proposals: proposals.map(({ path, value, because }) => ({ path, value, because: inEnglish(because) })),
    questions: questions.map(({ rule, ask }) => ({ rule, ask: inEnglish(ask) })),
    failures: failures.map(({ system, error }) => {
      const { message } = saidBy(error)
      return { system, kind: error.kind, code: message.code, message: inEnglish(message) }
    }),
  }
}
