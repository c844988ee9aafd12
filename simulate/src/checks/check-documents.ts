import type { InboxEntry } from '@siagh-sync/sync-core'
import type { World } from '../world/world'
import { excuseForDoubt } from './excuse-for-doubt'
import { claimsOf, hasRival } from './has-rival'

/** No document has two pre-invoices, and each names the contact of the document's customer. */
export function checkOnePreInvoice({ sandbox, ledger }: World): string[] {
  const posted = sandbox.siagh.preInvoices()
  return [...ledger.crm.documents()].flatMap(([id, states]) => {
    const own = posted.filter(({ remarks }) => remarks.includes(`[CRM ${id}]`))
    const problems = own.length > 1 ? [`documents: document ${id} has ${own.length} pre-invoices`] : []
    for (const { code, customerCode } of own) {
      const customer = sandbox.siagh.contacts().find(({ Code }) => Code === customerCode)?.tmpid
      // A contact that the customer names may not bear its mark yet.
      const isCustomer = states.some(
        ({ object }) =>
          object?.identityId === customer ||
          claimsOf(ledger.crm.identities().get(object?.identityId ?? '')).has(String(customerCode)),
      )
      if (!isCustomer)
        problems.push(
          `documents: pre-invoice ${code} of document ${id} names contact ${customerCode}, not its customer's`,
        )
    }
    return problems
  })
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
    const isPosted = sandbox.siagh.preInvoices().some(({ remarks }) => remarks.includes(`[CRM ${crmId}]`))
    if (failure?.error?.kind === 'in_doubt') {
      return excuseForDoubt(ledger, crmId) ? [] : [`documents: document ${crmId} is in doubt without a reason`]
    }
    return isPosted || failure ? [] : [`documents: document ${crmId} has no pre-invoice and is not among the failures`]
  })
}

/** What still stands in the failures when all is well and everything was tried again: only what a person has to put right. */
export function checkFailures({ ledger, sandbox, plan }: World, failures: readonly InboxEntry[]): string[] {
  return failures.flatMap(({ key, error }) => {
    const document = ledger.crm.documents().get(key.id)?.at(-1)?.object
    const isPresent = sandbox.crm.identities().some(({ crmId }) => crmId === key.id) || document != null
    const customers = sandbox.crm.identities().map(({ crmId }) => crmId)
    const isSound = document == null || (document.details.length > 0 && customers.includes(document.identityId ?? ''))
    // Where the CRM answers a missing id with an error, a document whose customer is missing ends with that.
    const isToldWrong =
      error?.kind === 'invalid_data' || (error?.kind === 'unavailable' && plan.missingIdAnswer === 500)
    if (error?.kind === 'ambiguous_match' && hasRival(ledger, key.id)) return []
    if (!isPresent || error?.kind === 'in_doubt' || (isToldWrong && !isSound)) return []
    return [`failure: ${key.kind} ${key.id} still fails: ${error?.kind ?? ''} (${error?.message ?? ''})`]
  })
}
