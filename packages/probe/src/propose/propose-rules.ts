import { prefixed, type Rules } from '@siagh-sync/sync-core'
import type { FindOfKind } from '../crm/find-kinds'
import { probeSaying } from '../messages/probe-messages'
import type { CustomerNumbers } from '../samples/customer-numbers'
import type { DocumentCounts } from '../samples/document-counts'
import { isSure, isWrong } from '../samples/judge-customer-numbers'
import type { ContactCounts } from '../siagh/contact-counts'
import { isArabic, meaningOfTowardType } from '../siagh/judge-contacts'
import type { Proposal, ProposedValue } from './proposal'

/** What proposals rest on. */
export interface ProposalGrounds {
  readonly rules: Rules
  readonly contacts?: ContactCounts
  readonly finds?: readonly FindOfKind[]
  readonly customerNumbers?: CustomerNumbers
  readonly documents?: DocumentCounts
}

/** The rules that the site should set otherwise than they are in force. */
export function proposeRules(grounds: ProposalGrounds): readonly Proposal[] {
  const { rules, contacts, finds = [], customerNumbers, documents } = grounds
  return [
    ...(contacts ? [...proposeTowardType(contacts, rules), ...proposeLetters(contacts, rules)] : []),
    ...(customerNumbers ? proposeCustomerNumber(customerNumbers, rules) : []),
    ...finds.flatMap((find) => proposeTypeKeys(find, rules)),
    ...(documents ? proposeTotals(documents, rules) : []),
  ]
}

function proposeTowardType(contacts: ContactCounts, { organizationTowardType }: Rules): readonly Proposal[] {
  const meaning = meaningOfTowardType(contacts)
  if (meaning === 'unknown') return []
  const isTrue = meaning === 'true-is-organization'
  if (isTrue === organizationTowardType) return []
  const { evidence } = contacts
  const straight = evidence.true.organizations + evidence.false.persons
  const reverse = evidence.true.persons + evidence.false.organizations
  const because = probeSaying('probe_toward_type_counts', { straight, reverse })
  return [{ path: 'organizationTowardType', value: data(isTrue), because }]
}

function proposeLetters(contacts: ContactCounts, { letters }: Rules): readonly Proposal[] {
  if (!isArabic(contacts) || letters === 'arabic') return []
  const { persian, arabic } = contacts.letters
  return [
    { path: 'letters', value: data('arabic'), because: probeSaying('probe_spelling_of_names', { persian, arabic }) },
  ]
}

/** Where customer numbers name codes in another way, that way; where they name other contacts, no way. */
function proposeCustomerNumber({ withNumber, inForce, best }: CustomerNumbers, rules: Rules): readonly Proposal[] {
  if (isSure(inForce)) return []
  if (best && isSure(best) && best.prefix === prefixed(best).encode(0).slice(0, best.prefix.length)) {
    const { prefix, offset, right, wrong } = best
    const because = probeSaying('probe_other_scheme', { prefix: prefix === '' ? '–' : prefix, offset, right, wrong })
    return [{ path: 'customerNumber', value: { is: 'prefixed', prefix, offset }, because }]
  }
  if (!isWrong(inForce) || !rules.matchOrder.includes('customerNumber')) return []
  const because = probeSaying('probe_customer_numbers', { count: withNumber, ...inForce })
  return [{ path: 'matchOrder', value: data(rules.matchOrder.filter((way) => way !== 'customerNumber')), because }]
}

function proposeTypeKeys(
  { kind, typeKeys, total, finding: { verdict } }: FindOfKind,
  _rules: Rules,
): readonly Proposal[] {
  if (verdict !== 'differs' || typeKeys.length === 0) return []
  const because = probeSaying('probe_find_shows_by_keys', { count: total, keys: typeKeys.join(', ') })
  return [{ path: `find.typeKeys.${kind}`, value: data(typeKeys), because }]
}

const ENOUGH = 3

/** Only where all documents that can be read in both ways are meant in the same way. */
function proposeTotals({ readings: { discount, rows } }: DocumentCounts, rules: Rules): readonly Proposal[] {
  const { totals } = rules.preInvoice
  const proposals: Proposal[] = []
  const { included, 'on-top': onTop } = discount
  const ofDiscount =
    onTop === 0 && included >= ENOUGH ? 'included' : included === 0 && onTop >= ENOUGH ? 'on-top' : undefined
  if (ofDiscount !== undefined && totals.discount === 'by-final-value') {
    const because = probeSaying('probe_discounts_decided', { onTop, included })
    proposals.push({ path: 'preInvoice.totals.discount', value: data(ofDiscount), because })
  }
  if (rows.total >= ENOUGH && rows.price === 0 && totals.rows === 'by-final-value') {
    const because = probeSaying('probe_rows_decided', { price: rows.price, total: rows.total })
    proposals.push({ path: 'preInvoice.totals.rows', value: data('total'), because })
  }
  return proposals
}

function data(value: boolean | string | readonly string[]): ProposedValue {
  return { is: 'data', data: value }
}
