import type { Setting } from './setting'

/** What is not known of Siagh's sessions, and of how its answers are written. */
const siaghAnswers = {
  siaghSessionEnd: {
    values: [401, 403, 419, 440, 'login-page', 'redirect', 'refusal', 'message', 'null', 'nothing'],
    fact: 'How Siagh answers a call whose session has ended',
  },
  siaghSessionLife: {
    values: ['20-minutes', '1-minute', 'years', 'no-time'],
    fact: 'How long a session of Siagh lives',
  },
  siaghNewLogin: {
    values: ['keeps-other-sessions', 'ends-other-sessions'],
    fact: 'Whether a new login ends the other sessions of the same user in Siagh',
  },
  siaghWrongLogin: {
    values: [401, 403, 400, 'refusal', 'no-session'],
    fact: 'How Siagh answers a wrong user or password',
  },
  fiscalYearInLogin: {
    values: ['number', 'text', 'missing'],
    fact: 'How the answer to a login of Siagh tells the fiscal year',
  },
  siaghEncoding: {
    values: ['utf-8', 'utf-8-with-bom', 'utf-8-undeclared', 'utf-8-declared-1256', 'windows-1256'],
    fact: 'In which encoding Siagh answers, and what its header says of that',
  },
} as const satisfies Record<string, Setting>

/** What is not known of Siagh's list of contacts. */
const contactList = {
  tmpidInList: {
    values: ['as-written', 'capitals', 'braces', 'spaces', 'no-dashes', 'left-out'],
    fact: 'Whether the contact list shows `tmpid`, and in which form',
  },
  recordIdInList: {
    values: ['lower-case', 'capitals', 'braces'],
    fact: 'In which form the contact list shows `RecordId`',
  },
  codesInList: {
    values: ['numbers', 'texts'],
    fact: 'Whether the contact list shows codes as numbers or as texts',
  },
  flagsInList: {
    values: ['booleans', 'numbers', 'texts'],
    fact: 'How the contact list shows yes and no, as in `IsActive` and `TowardType`',
  },
  towardType: {
    values: ['true-is-organization', 'true-is-person'],
    fact: 'What `TowardType` means: `true` for an organization, or the reverse, as one older document says',
  },
  emptyTextInList: {
    values: ['null', 'empty', 'missing'],
    fact: 'How the contact list shows a text that is not set',
  },
  noAccountParty: {
    values: ['null', 'zero', 'missing'],
    fact: 'How the contact list shows that a contact has no `AccountPartyCode`',
  },
  contactListLag: {
    values: ['none', '1-minute', '5-minutes'],
    fact: 'How long it takes until the contact list shows what was saved',
  },
  contactFilter: {
    values: ['works', 'numbers-alone', 'ignored', 'refused'],
    fact: 'Which fields a `POST` to `GetAll` filters by',
  },
} as const satisfies Record<string, Setting>

/** What is not known of how Siagh saves. */
const saving = {
  formIds: {
    values: ['usual', 'own'],
    fact: 'Whether the forms of the installation have the usual ids',
  },
  siaghRefusal: {
    values: ['both', 'return-value', 'error-row'],
    fact: 'How Siagh says that it refuses: by `ReturnValue`, by a row with `ErrError`, or by both',
  },
  uniqueNumbers: {
    values: ['mobile', 'mobile-and-phone', 'phone', 'none'],
    fact: 'Which numbers two contacts may not share',
  },
  createdContact: {
    values: ['return-code', 'return-params', 'no-code'],
    fact: 'Where Siagh tells the code of a new contact',
  },
  contactUpdate: {
    values: ['code-repeated', 'no-code', 'makes-another', 'refused'],
    fact: 'Whether a contact can be updated, and what `ReturnCode` is then',
  },
  accountParty: {
    values: ['with-contact', 'after-minutes', 'by-hand', 'never'],
    fact: 'How a contact becomes an account party, and whether `codemoshtari` is its code',
  },
  headerCodes: {
    values: ['any', 'all-needed'],
    fact: 'Which codes in the header of a pre-invoice have to be filled in',
  },
  preInvoiceNumber: {
    values: ['latin-digits', 'persian-digits', 'success-row', 'other-words', 'missing'],
    fact: 'Where Siagh tells the number of a new pre-invoice, and in which words and digits',
  },
  preInvoiceCode: {
    values: ['return-code', 'missing'],
    fact: 'Whether Siagh tells the code of a new pre-invoice',
  },
  repeatedSuid: {
    values: ['makes-another', 'refused', 'answers-the-first'],
    fact: 'What a repeated `_In_Suid` does',
  },
  scriptFailure: {
    values: ['leaves-nothing', 'leaves-document'],
    fact: 'Whether a script that breaks off leaves a part of the document behind',
  },
} as const satisfies Record<string, Setting>

/** What is not known of Siagh. */
export const siaghSettings = { ...siaghAnswers, ...contactList, ...saving } as const
