import type { SettingName } from '@siagh-sync/sandbox'

/** One thing that nobody has seen, or that installations do differently. */
export interface UnknownFact {
  readonly server: 'Siagh' | 'the CRM'
  /** What is not known. */
  readonly fact: string
  /** The settings of the sandbox that answer in every way. */
  readonly settings?: readonly [SettingName, ...SettingName[]]
  /** Why no setting is needed: siagh-sync never asks, or never relies on the answer. */
  readonly because?: string
}

/** What is not known of Siagh and of the CRM, in the order of their calls. */
export const unknownFacts: readonly UnknownFact[] = [
  { server: 'Siagh', fact: 'The answer to a wrong login', settings: ['siaghWrongLogin'] },
  { server: 'Siagh', fact: 'How long a session lives', settings: ['siaghSessionLife', 'siaghNewLogin'] },
  { server: 'Siagh', fact: 'The answer to a call after the end of its session', settings: ['siaghSessionEnd'] },
  { server: 'Siagh', fact: 'Whether each login tells the fiscal year', settings: ['fiscalYearInLogin'] },
  { server: 'Siagh', fact: 'The encoding of an answer', settings: ['siaghEncoding'] },
  { server: 'Siagh', fact: 'Which fields filter the contact list', settings: ['contactFilter'] },
  { server: 'Siagh', fact: 'Whether the contact list lags behind a write', settings: ['contactListLag'] },
  { server: 'Siagh', fact: 'Whether the contact list shows tmpid', settings: ['tmpidInList'] },
  {
    server: 'Siagh',
    fact: 'The forms of ids, codes, flags and empty texts in the contact list',
    settings: ['recordIdInList', 'codesInList', 'flagsInList', 'emptyTextInList'],
  },
  { server: 'Siagh', fact: 'What TowardType means', settings: ['towardType'] },
  {
    server: 'Siagh',
    fact: 'How a contact becomes an account party, and which code codemoshtari is',
    settings: ['accountParty', 'noAccountParty'],
  },
  { server: 'Siagh', fact: 'The ids of the forms', settings: ['formIds'] },
  { server: 'Siagh', fact: 'The forms of a refusal', settings: ['siaghRefusal'] },
  { server: 'Siagh', fact: 'Which numbers must be unique', settings: ['uniqueNumbers'] },
  { server: 'Siagh', fact: 'The answer to a new contact', settings: ['createdContact'] },
  { server: 'Siagh', fact: 'The answer to an update of a contact', settings: ['contactUpdate'] },
  {
    server: 'Siagh',
    fact: 'The state and the kind of document in the header of a pre-invoice',
    because: 'siagh-sync sends the two values of the one sample that Siagh has accepted.',
  },
  {
    server: 'Siagh',
    fact: 'The kind of sale, sale model, sales centre, payment, intermediary and title of a document',
    settings: ['headerCodes'],
  },
  { server: 'Siagh', fact: 'The answer to a new pre-invoice', settings: ['preInvoiceNumber', 'preInvoiceCode'] },
  {
    server: 'Siagh',
    fact: 'Whether pre-invoices can be listed or found',
    because: 'siagh-sync never asks for one: after a lost answer a person looks in Siagh.',
  },
  {
    server: 'Siagh',
    fact: 'Whether _In_EditKeys changes a pre-invoice',
    because: 'siagh-sync always sends it empty, and reports a document that was changed after it was posted.',
  },
  { server: 'Siagh', fact: 'What a repeated _In_Suid does', settings: ['repeatedSuid'] },
  { server: 'Siagh', fact: 'Whether a script that broke off leaves a document', settings: ['scriptFailure'] },
  {
    server: 'Siagh',
    fact: 'What the gender of a contact means',
    because: 'siagh-sync sends it to the contact and decides nothing by it.',
  },
  {
    server: 'Siagh',
    fact: 'In which unit of money amounts are',
    because: 'The rule money says it. No answer of Siagh shows it.',
  },
  { server: 'the CRM', fact: 'How long a token lives', settings: ['crmTokenLife', 'crmNewLogin'] },
  { server: 'the CRM', fact: 'Whether a user needs a one-time code', settings: ['oneTimeCode'] },
  {
    server: 'the CRM',
    fact: 'How a token is refreshed',
    because: 'siagh-sync never refreshes a token. It logs in again.',
  },
  { server: 'the CRM', fact: 'The answer to a wrong login', settings: ['crmWrongLogin'] },
  { server: 'the CRM', fact: 'The answer to a call after the end of its token', settings: ['crmSessionEnd'] },
  { server: 'the CRM', fact: 'The body of an error', settings: ['crmErrors'] },
  {
    server: 'the CRM',
    fact: 'The encoding of an answer, and the forms of texts, dates, amounts and ids in it',
    settings: ['crmEncoding', 'crmUnset', 'crmDates', 'crmAmounts', 'crmIds'],
  },
  { server: 'the CRM', fact: 'What identityType means in a search', settings: ['identityType'] },
  { server: 'the CRM', fact: 'The pages of a search, and its lag', settings: ['searchPages', 'searchLag'] },
  { server: 'the CRM', fact: 'The answer to an id that does not exist', settings: ['missingId'] },
  { server: 'the CRM', fact: 'The answer to the id of the other type', settings: ['wrongKind'] },
  { server: 'the CRM', fact: 'What an update does to fields that are not sent', settings: ['identityUpdate'] },
  { server: 'the CRM', fact: 'What the CRM demands of a new identity', settings: ['createDemands'] },
  {
    server: 'the CRM',
    fact: 'Whether find exists, and what it needs',
    settings: ['find', 'findTypeKey', 'findFields'],
  },
  {
    server: 'the CRM',
    fact: 'Whether find follows its conditions and its order',
    settings: ['findFilter', 'findTimes', 'findOrder'],
  },
  {
    server: 'the CRM',
    fact: 'The pages, the total and the lag of find',
    settings: ['findPages', 'findFirstPage', 'findTotal', 'findLag'],
  },
  {
    server: 'the CRM',
    fact: 'How documents are numbered, approved or rejected',
    because: 'siagh-sync never changes a document of the CRM.',
  },
  { server: 'the CRM', fact: 'Whether the discount includes the lines', settings: ['documentDiscount'] },
  { server: 'the CRM', fact: 'What the totals of a row mean', settings: ['rowTotals', 'finalUnitPrice'] },
  { server: 'the CRM', fact: 'Whether VAT and toll were typed', settings: ['documentTaxes'] },
  { server: 'the CRM', fact: 'How the state of a document is shown', settings: ['documentStates'] },
  {
    server: 'the CRM',
    fact: 'What a webhook says of its record',
    settings: ['webhookSubtype', 'webhookIds', 'webhookOnCreate'],
  },
  { server: 'the CRM', fact: 'Whether a webhook is sent again', settings: ['webhookRetry'] },
]
