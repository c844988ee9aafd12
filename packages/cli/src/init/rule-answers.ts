import { readSiteRule } from '@siagh-sync/service'
import { resolveRules, SITE_RULES, type RulesInput, type SiteRule } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { latinDigits } from '../commands/latin-digits'
import { cliSaying } from '../messages/cli-messages'

/** The answer about each rule of a pre-invoice that only the site knows, by the name of its option. Empty: not known. */
const RULE_OF_ANSWER = {
  saleKind: 'saleKind',
  saleModel: 'saleModel',
  salesCentre: 'salesCentre',
  paymentKind: 'paymentKind',
  intermediary: 'intermediary',
  documentTitle: 'title',
} as const satisfies Readonly<Record<string, SiteRule>>

/** The name of such an answer. */
export type RuleAnswer = keyof typeof RULE_OF_ANSWER

/** The rules that are known after all questions. */
export type SiteRules = Readonly<Partial<Record<SiteRule, unknown>>>

/** The names of the answers, in the order in which they are asked for. */
export const RULE_ANSWERS: readonly RuleAnswer[] = [
  'saleKind',
  'saleModel',
  'salesCentre',
  'paymentKind',
  'intermediary',
  'documentTitle',
]

/** What is wrong with an answer, for the person who types it. An empty one is not wrong: the rule is not known yet. */
export function ruleFault(answer: RuleAnswer, text = ''): Saying | undefined {
  if (text.trim() === '') return undefined
  const name = RULE_OF_ANSWER[answer]
  const preInvoice: RulesInput['preInvoice'] = { [name]: read(name, text) }
  try {
    resolveRules({ preInvoice })
    return undefined
  } catch {
    // The core says what a rule may be in a configuration file. A person at a terminal writes it in another form.
    if (name === 'title') return cliSaying('answer_title')
    return cliSaying(name === 'intermediary' ? 'answer_code_or_none' : 'answer_code')
  }
}

/** Reads answers that have no fault. */
export function siteRulesOf(answers: Readonly<Partial<Record<RuleAnswer, string>>>): SiteRules {
  const entries = RULE_ANSWERS.flatMap((answer): [SiteRule, unknown][] => {
    const text = answers[answer] ?? ''
    const name = RULE_OF_ANSWER[answer]
    return text.trim() === '' ? [] : [[name, read(name, text)]]
  })
  return Object.fromEntries(entries)
}

/** The rules that are not known yet. */
export function openRules(rules: SiteRules): readonly SiteRule[] {
  return SITE_RULES.filter((name) => rules[name] === undefined)
}

function read(name: SiteRule, text: string): unknown {
  if (name === 'title') return readSiteRule(name, text)
  return readSiteRule(name, latinDigits(text).replaceAll('ندارد', 'none'))
}
