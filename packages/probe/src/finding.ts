import type { System } from '@siagh-sync/siagh-client'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { probeSaying } from './messages/probe-messages'
import { CRM_QUESTIONS, type Question } from './questions'

/**
 * `holds`: the installation does what siagh-sync takes for likely. `differs`: it does something else. `unseen`: reading
 * does not show it.
 */
export type Verdict = 'holds' | 'differs' | 'unseen'

/** The answer to one question about the installation. */
export interface Finding {
  readonly question: Question
  readonly system: System
  readonly verdict: Verdict
  /** What siagh-sync takes for likely. */
  readonly assumption: Saying
  /** What was seen, or why nothing was. */
  readonly seen: Saying
  /** What follows from it for the site. */
  readonly follows: Saying
}

const OF_CRM: ReadonlySet<string> = new Set([...CRM_QUESTIONS, 'crm_create', 'webhook_repeats'])

/** Makes a finding. */
export function finding(question: Question, verdict: Verdict, seen: Saying, follows: Saying): Finding {
  const system = OF_CRM.has(question) ? 'crm' : 'siagh'
  return { question, system, verdict, assumption: probeSaying(`probe_assume_${question}`), seen, follows }
}

/** A finding about what could not be looked at, because an earlier look has failed. */
export function notLookedAt(question: Question, why: Saying): Finding {
  return finding(question, 'unseen', why, probeSaying('probe_look_again'))
}
