import type { InboxEntry } from '@siagh-sync/sync-core'
import type { World } from '../world/world'
import { documentOf, markOf } from './mark-of'
import { excuseForDoubt } from './excuse-for-doubt'
import { reasonInSiagh } from './reason-in-siagh'
import type { Ledger, SentRequest } from './ledger'
import { claimsOf, hasRival } from './has-rival'

/** No document has two pre-invoices, and each names the contact of the document's customer. */
export function checkOnePreInvoice({ sandbox, ledger }: World): string[] {
  const posted = sandbox.siagh.preInvoices()
  const doubles = [...ledger.crm.documents().keys()].flatMap((id) => {
    const count = posted.filter((each) => documentOf(each) === id).length
    return count > 1 ? [`documents: document ${id} has ${count} pre-invoices`] : []
  })
  return [...doubles, ...ledger.requests.flatMap((request) => checkCustomer(ledger, request))]
}

function checkCustomer({ crm }: Ledger, { recordId = '', wrotePreInvoice: posted, billed }: SentRequest): string[] {
  if (!posted) return []
  const customer = billed && markOf(billed)
  // A contact that the customer names may not bear its mark yet.
  const isCustomer = crm
    .documents()
    .get(recordId)
    ?.some(
      ({ object }) =>
        object?.identityId === customer ||
        claimsOf(crm.identities().get(object?.identityId ?? '')).has(String(posted.customerCode)),
    )
  const whom = `pre-invoice ${posted.code} of document ${recordId} names contact ${posted.customerCode}`
  return isCustomer ? [] : [`documents: ${whom}, not its customer's`]
}

/** Every document has its pre-invoice, or stands in the failures, in doubt only where something has made its end unknown. */
export function checkAllPosted(
  { sandbox, ledger }: World,
  failures: readonly InboxEntry[],
  isDue: (id: string) => boolean,
): string[] {
  return sandbox.crm.documents().flatMap(({ crmId }) => {
    if (!isDue(crmId)) return []
    const failure = failures.find(({ key }) => key.id === crmId)
    const isPosted = sandbox.siagh.preInvoices().some((each) => documentOf(each) === crmId)
    if (failure?.error?.kind === 'in_doubt') {
      return excuseForDoubt(ledger, crmId) ? [] : [`documents: document ${crmId} is in doubt without a reason`]
    }
    return isPosted || failure ? [] : [`documents: document ${crmId} has no pre-invoice and is not among the failures`]
  })
}

// A record whose last run is so long ago may have been handled before its reason was gone. `checkMended` looks at those that wait longer.
const LAST_LOOK_MS = 300_000

/** What still stands in the failures when all is well and everything was tried again: only what a person has to put right. */
export function checkFailures({ ledger, sandbox, plan, timeline }: World, failures: readonly InboxEntry[]): string[] {
  const now = timeline.now()
  return failures.flatMap(({ key, error }) => {
    const document = ledger.crm.documents().get(key.id)?.at(-1)?.object
    const isPresent = sandbox.crm.identities().some(({ crmId }) => crmId === key.id) || document != null
    const customers = sandbox.crm.identities().map(({ crmId }) => crmId)
    const isSound = document == null || (document.details.length > 0 && customers.includes(document.identityId ?? ''))
    // Where the CRM answers a missing id with an error, a document whose customer is missing ends with that.
    const isToldWrong =
      error?.kind === 'invalid_data' || (error?.kind === 'unavailable' && plan.dialect.missingId === 500)
    if (error && reasonInSiagh(ledger, key.id, error, now - LAST_LOOK_MS)) return []
    if (error?.kind === 'ambiguous_match' && hasRival(ledger, key.id)) return []
    if (!isPresent || error?.kind === 'in_doubt' || (isToldWrong && !isSound)) return []
    return [`failure: ${key.kind} ${key.id} still fails: ${error?.kind ?? ''} (${error?.message ?? ''})`]
  })
}

/** Failures that are handled again by themselves when their reason is gone, as their messages promise. */
const MENDED: ReadonlySet<string> = new Set(['not_found', 'contact_replaced', 'contact_unreadable', 'no_account_party'])

/**
 * Whether a failure waits for something in Siagh and is handled again by itself. `not_found` has two meanings: its
 * details name a contact if Siagh does not have it, and name none if the CRM does not have the record. A replaced
 * contact is found again under another code only if its `RecordId` is known.
 */
export function isMended({ error }: InboxEntry): boolean {
  const [contact = ''] = error?.details ?? []
  if (!error || !MENDED.has(error.kind) || !contact.startsWith('contact ')) return false
  return error.kind !== 'contact_replaced' || contact.includes('(')
}

/** Checks that failures whose reason in Siagh ended `sinceMs` ago were handled again without an operator. */
export function checkMended({ ledger, timeline }: World, failures: readonly InboxEntry[], sinceMs: number): string[] {
  const then = timeline.now() - sinceMs
  return failures.filter(isMended).flatMap(({ key, error }) => {
    if (!error || reasonInSiagh(ledger, key.id, error, then)) return []
    return [`failure: ${key.kind} ${key.id} was not handled again although its reason is gone: ${error.message}`]
  })
}
