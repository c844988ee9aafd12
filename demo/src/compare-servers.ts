import type { CrmDocument, CrmIdentity, SiaghRow, StoredPreInvoice } from '@siagh-sync/sandbox'
import { contactDifferences } from './compare-contact'
import { preInvoiceDifferences } from './compare-pre-invoice'

/** What both servers hold, as they hold it. */
export interface Books {
  readonly identities: readonly CrmIdentity[]
  readonly documents: readonly CrmDocument[]
  readonly contacts: readonly SiaghRow[]
  readonly preInvoices: readonly StoredPreInvoice[]
}

/** How the two servers stand to each other. */
export interface Comparison {
  /** A sentence each; none: the two agree. */
  readonly differences: readonly string[]
  /** Contacts and pre-invoices beyond the one that each record may have. */
  readonly doubles: number
}

/**
 * Compares the two servers record by record. It knows the wire and nothing of the synchronisation, whose mistakes it would
 * repeat otherwise. `before` are the contacts that Siagh held at the start, which nobody may have touched.
 */
export function compareServers(books: Books, before: readonly SiaghRow[]): Comparison {
  const { identities, documents, contacts, preInvoices } = books
  const contactsOf = ({ crmId }: CrmIdentity) => contacts.filter(({ tmpid }) => tmpid === crmId)
  const preInvoicesOf = ({ crmId }: CrmDocument) => preInvoices.filter(({ remarks }) => remarks.includes(crmId))
  const codeOf = (identityId: string | null) => contacts.find(({ tmpid }) => tmpid && tmpid === identityId)?.Code

  const found = [...identities.map(contactsOf), ...documents.map(preInvoicesOf)]
  return {
    doubles: found.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0),
    differences: [
      ...identities.flatMap((identity) => contactDifferences(identity, contactsOf(identity))),
      ...documents.flatMap((document) =>
        preInvoiceDifferences(document, preInvoicesOf(document), codeOf(document.identityId)),
      ),
      ...touched(before, contacts),
      ...strays(books, before),
    ],
  }
}

function touched(before: readonly SiaghRow[], contacts: readonly SiaghRow[]): string[] {
  const now = new Map(contacts.map((row) => [row.Code, JSON.stringify(row)]))
  return before
    .filter((row) => now.get(row.Code) !== JSON.stringify(row))
    .map(({ Code }) => `contact ${Code} was in Siagh before and is not as it was`)
}

/** What is in Siagh and belongs to nothing in the CRM. */
function strays({ identities, documents, contacts, preInvoices }: Books, before: readonly SiaghRow[]): string[] {
  const known = new Set(before.map(({ Code }) => Code))
  const ids = new Set(identities.map(({ crmId }) => crmId))
  return [
    ...contacts
      .filter(({ Code, tmpid }) => !known.has(Code) && !ids.has(tmpid ?? ''))
      .map(({ Code }) => `contact ${Code} belongs to nobody in the CRM`),
    ...preInvoices
      .filter(({ remarks }) => !documents.some(({ crmId }) => remarks.includes(crmId)))
      .map(({ number }) => `pre-invoice ${number} belongs to no document in the CRM`),
  ]
}
