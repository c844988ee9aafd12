import type { SiaghRow } from '@siagh-sync/sandbox'
import { OLD_CONTACTS } from '../history/records'
import type { Ledger, SentRequest } from './ledger'
import { differences } from './expected-contact'
import { saysTheSame } from './expected-pre-invoice'

/** Nothing was written that the CRM did not hold by then. */
export function checkWrites({ requests, crm }: Ledger): string[] {
  return requests.flatMap((request) => [...checkContact(request, crm), ...checkPreInvoice(request, crm)])
}

function checkContact({ wroteContact: row, arrivedAt = 0 }: SentRequest, crm: Ledger['crm']): string[] {
  if (!row) return []
  const states = crm.identities().get(row.tmpid ?? '')
  if (!states) return [`write: contact ${row.Code} bears the mark ${row.tmpid ?? 'none'}, which no identity has`]
  const held = states.filter(({ at, object }) => at <= arrivedAt && object !== null)
  // Switching a contact off leaves its fields as they were, whatever they were.
  const fits = held.some(({ object }) => object && differences(row, object).length === 0)
  return fits || (!row.IsActive && isAsBefore(row))
    ? []
    : [`write: contact ${row.Code} got a state that identity ${row.tmpid ?? ''} never had: ${row.Description ?? ''}`]
}

/** A contact that Siagh had before, and whose identity was deleted before anything else of it was written. */
function isAsBefore(row: SiaghRow): boolean {
  const before = OLD_CONTACTS.find(({ Code }) => Code === row.Code)
  return before?.Name === row.Name && !row.Description
}

function checkPreInvoice({ wrotePreInvoice: posted, arrivedAt = 0 }: SentRequest, crm: Ledger['crm']): string[] {
  if (!posted) return []
  const id = /\[CRM ([0-9a-f-]{36})\]/.exec(posted.remarks)?.[1] ?? ''
  const held = (crm.documents().get(id) ?? []).filter(({ at }) => at <= arrivedAt)
  const fits = held.some(({ object }) => object && saysTheSame(posted, object))
  return fits ? [] : [`write: pre-invoice ${posted.code} says what document ${id} never said`]
}
