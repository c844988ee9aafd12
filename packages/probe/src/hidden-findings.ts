import { finding, type Finding } from './finding'
import { probeSaying } from './messages/probe-messages'
import { HIDDEN_QUESTIONS } from './questions'

/** What no reading shows, each with what siagh-sync does about it. */
export function hiddenFindings(): readonly Finding[] {
  return HIDDEN_QUESTIONS.map((question) =>
    finding(question, 'unseen', probeSaying(`probe_hidden_${question}`), probeSaying(`probe_despite_${question}`)),
  )
}
