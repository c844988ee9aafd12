import { unsetRules, type Rules, type SiteRule } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { probeSaying } from '../messages/probe-messages'
import type { DocumentCounts } from '../samples/document-counts'
import type { IdentityCounts } from '../samples/identity-counts'
import type { ContactCounts } from '../siagh/contact-counts'

/** What only a person of the company can answer. */
export interface SiteQuestion {
  /** The rule that the answer goes into. Example: `preInvoice.saleKind`. */
  readonly rule: string
  readonly ask: Saying
}

const ASKED = {
  saleKind: 'probe_ask_sale_kind',
  saleModel: 'probe_ask_sale_model',
  salesCentre: 'probe_ask_sales_centre',
  paymentKind: 'probe_ask_payment_kind',
  intermediary: 'probe_ask_intermediary',
  title: 'probe_ask_title',
} as const satisfies Readonly<Record<SiteRule, string>>

interface Grounds {
  readonly rules: Rules
  readonly contacts?: ContactCounts
  readonly identities?: IdentityCounts
  readonly documents?: DocumentCounts
}

/** The questions that are open. */
export function siteQuestions({ rules, contacts, identities, documents }: Grounds): readonly SiteQuestion[] {
  return [
    ...questionsOfSite(rules, documents),
    ...(contacts?.withAccountParty === 0 && contacts.customers > 0
      ? [{ rule: 'preInvoice.customer', ask: probeSaying('probe_ask_customer') }]
      : []),
    ...(identities && identities.typeCodes.length + identities.categories.length > 2
      ? [{ rule: 'contact.accept', ask: probeSaying('probe_ask_accept') }]
      : []),
    ...(documents && documents.units.length > 0
      ? [
          {
            rule: 'preInvoice.units',
            ask: probeSaying('probe_ask_units', { units: documents.units.map(unitName).join('، ') }),
          },
        ]
      : []),
    ...(documents && documents.withToll + documents.withAdditionalCosts > 0
      ? [{ rule: 'preInvoice.extras', ask: probeSaying('probe_ask_extras') }]
      : []),
  ]
}

/** What only the site knows of a pre-invoice, with the type codes that need an answer. */
function questionsOfSite(rules: Rules, documents: DocumentCounts | undefined): readonly SiteQuestion[] {
  const unset = unsetRules(rules)
  return (Object.keys(ASKED) as SiteRule[]).flatMap((name) => {
    const typeCodes = documents?.unanswered.find(({ rule }) => rule === name)?.typeCodes ?? []
    if (typeCodes.length === 0 && !unset.includes(name)) return []
    const types = typeCodes.map((label) => unitName({ label })).join('، ') || '–'
    return [{ rule: `preInvoice.${name}`, ask: probeSaying(ASKED[name], { types }) }]
  })
}

function unitName({ label }: { readonly label: string }): string {
  return label === '' ? '–' : label
}
