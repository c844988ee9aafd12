import type { SiaghRow } from '@siagh-sync/sandbox'
import { belongsInBooks, OLD_CONTACTS } from '../history/records'
import type { Plan } from '../world/plan'
import type { Ledger, SentRequest } from './ledger'
import { documentOf, markOf } from './mark-of'
import { differences } from './expected-contact'
import { saysTheSame } from './expected-pre-invoice'

/** Nothing was written that the CRM did not hold by then. */
export function checkWrites({ requests, crm }: Ledger, plan: Pick<Plan, 'dialect' | 'acceptsSome'>): string[] {
  return requests.flatMap((request) => [
    ...checkContact(request, crm),
    ...(plan.acceptsSome ? checkBelonging(request, crm) : []),
    ...checkPreInvoice(request, crm),
    ...checkCodes(request, plan),
  ])
}

/** The contact's code never stands where that of its account party is meant, but in a Siagh that has none. */
function checkCodes({ wrotePreInvoice: posted, billed }: SentRequest, { dialect }: Pick<Plan, 'dialect'>) {
  if (!posted || !billed) return []
  const { Code, AccountPartyCode } = billed
  const [contact, customer] = dialect.accountParty === 'never' ? ['', Code] : [String(Code), AccountPartyCode]
  const { codecontact, codemoshtari } = posted.header
  if (codecontact === contact && codemoshtari === String(customer)) return []
  const sent = `contact "${codecontact ?? ''}" and customer "${codemoshtari ?? ''}"`
  return [`write: pre-invoice ${posted.code} names ${sent}, not "${contact}" and "${String(customer)}"`]
}

/** Nobody became a contact who does not belong in the books, but for the customers of documents. */
function checkBelonging({ wroteContact: row, isUpdate, arrivedAt = 0 }: SentRequest, crm: Ledger['crm']): string[] {
  if (!row || isUpdate) return []
  const id = markOf(row) ?? ''
  const belonged = crm
    .identities()
    .get(id)
    ?.some(({ at, object }) => at <= arrivedAt && object && belongsInBooks(object))
  const isCustomer = [...crm.documents().values()]
    .flat()
    .some(({ at, object }) => at <= arrivedAt && object?.identityId === id)
  return belonged || isCustomer
    ? []
    : [`write: identity ${id} became contact ${row.Code}, and does not belong in the books`]
}

function checkContact({ wroteContact: row, arrivedAt = 0 }: SentRequest, crm: Ledger['crm']): string[] {
  if (!row) return []
  const states = crm.identities().get(markOf(row) ?? '')
  if (!states) return [`write: contact ${row.Code} bears the mark ${row.tmpid ?? 'none'}, which no identity has`]
  const held = states.filter(({ at, object }) => at <= arrivedAt && object !== null)
  // Switching a contact off leaves its fields as they were, whatever they were, in the letters of the list.
  const nearest = held
    .flatMap(({ object }) => (object ? [differences(row, object, !row.IsActive)] : []))
    .reduce<readonly string[] | undefined>(
      (least, each) => (least && least.length <= each.length ? least : each),
      undefined,
    )
  const fits = nearest?.length === 0
  return fits || (!row.IsActive && isAsBefore(row))
    ? []
    : [
        `write: contact ${row.Code} got a state that identity ${row.tmpid ?? ''} never had: ${row.Description ?? ''}; ${nearest?.join(', ') ?? 'it was not there yet'}`,
      ]
}

/** A contact that Siagh had before, and whose identity was deleted before anything else of it was written. */
function isAsBefore(row: SiaghRow): boolean {
  const before = OLD_CONTACTS.find(({ RecordId }) => RecordId === row.RecordId)
  return before?.Name === row.Name && !row.Description
}

function checkPreInvoice({ wrotePreInvoice: posted, arrivedAt = 0 }: SentRequest, crm: Ledger['crm']): string[] {
  if (!posted) return []
  const id = documentOf(posted) ?? ''
  const held = (crm.documents().get(id) ?? []).filter(({ at }) => at <= arrivedAt)
  const fits = held.some(({ object }) => object && saysTheSame(posted, object))
  return fits ? [] : [`write: pre-invoice ${posted.code} says what document ${id} never said`]
}
