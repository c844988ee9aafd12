import type { Dialect, Sandbox, SettingName } from '@siagh-sync/sandbox'
import type { Question, Verdict } from '../src'

/** What the probe says of one value: its question, the verdict, and a part of the English sentence. */
export type SaysOf = readonly [Question, Verdict, string]

/** A setting of the sandbox that the probe sees by reading. */
interface SeenSetting<Value extends Dialect[SettingName]> {
  readonly says: Readonly<Record<Value, SaysOf>>
  /** Why the probe says the same of several values. Absent: it says something else of each. */
  readonly alike?: string
  /** What else is set, so that the value matters. */
  readonly also?: Partial<Dialect>
  /** What people at Siagh did before. */
  readonly prepare?: (sandbox: Sandbox, value: Value) => unknown
}

/** A setting that reading does not show. */
interface UnseenSetting {
  /** One sentence. */
  readonly because: string
}

type Settings = { readonly [Name in SettingName]: SeenSetting<Dialect[Name]> | UnseenSetting }

const GUIDS = (question: Question) =>
  ({
    'lower-case': [question, 'holds', 'in small letters'],
    capitals: [question, 'differs', 'in capitals'],
    braces: [question, 'differs', 'in braces'],
  }) as const

const ENCODINGS = (question: Question) =>
  ({
    'utf-8': [question, 'holds', 'UTF-8, and the header says so'],
    'utf-8-with-bom': [question, 'differs', 'byte order mark'],
    'utf-8-undeclared': [question, 'differs', 'does not say it'],
    'utf-8-declared-1256': [question, 'differs', 'says something else'],
    'windows-1256': [question, 'differs', 'not UTF-8'],
  }) as const

const AFTER_A_WRITE = 'Only a write shows it.'
const SESSIONS = 'No session ends during a probe, and a probe ends none.'
const WRONG_LOGINS = 'A probe never tries a wrong password, which could lock the user out.'
const NO_WEBHOOK = 'No webhook comes to a probe.'
const OTHER_LOGINS = 'A probe logs in once to each server, and does not know of other sessions.'

/** What the probe says of each value of each setting of the sandbox, or why it sees nothing of it. */
export const settingsSeen: Settings = {
  siaghSessionEnd: { because: SESSIONS },
  siaghSessionLife: {
    says: {
      '20-minutes': ['contact_list', 'holds', 'contacts'],
      '1-minute': ['contact_list', 'holds', 'contacts'],
      years: ['contact_list', 'holds', 'contacts'],
      'no-time': ['contact_list', 'differs', 'cannot be read'],
    },
    alike: 'Siagh does not tell how long a session lives. Only a session that ends at once shows it.',
  },
  siaghNewLogin: { because: OTHER_LOGINS },
  siaghWrongLogin: { because: WRONG_LOGINS },
  fiscalYearInLogin: {
    says: {
      number: ['fiscal_year', 'holds', '1404'],
      text: ['fiscal_year', 'holds', '1404'],
      missing: ['fiscal_year', 'differs', 'it does not'],
    },
    alike: 'The year is the same as a number and as a text.',
  },
  siaghEncoding: { says: ENCODINGS('siagh_encoding') },
  tmpidInList: {
    says: {
      'as-written': ['tmpid_form', 'holds', 'plain 1'],
      capitals: ['tmpid_form', 'differs', 'capitals 1'],
      braces: ['tmpid_form', 'differs', 'braces 1'],
      spaces: ['tmpid_form', 'differs', 'spaces 1'],
      'no-dashes': ['tmpid_form', 'differs', 'no-dashes 1'],
      'left-out': ['tmpid_listed', 'unseen', 'none of 41 contacts shows one'],
    },
  },
  recordIdInList: { says: GUIDS('record_id_form') },
  codesInList: {
    says: { numbers: ['siagh_codes', 'holds', 'as numbers'], texts: ['siagh_codes', 'differs', 'as texts'] },
  },
  flagsInList: {
    says: {
      booleans: ['siagh_flags', 'holds', 'as true or false'],
      numbers: ['siagh_flags', 'differs', 'as 1 or 0'],
      texts: ['siagh_flags', 'differs', 'as the texts "true" or "false"'],
    },
  },
  towardType: {
    says: {
      'true-is-organization': ['toward_type', 'holds', 'is reversed in 0'],
      'true-is-person': ['toward_type', 'differs', 'name in 0 contacts'],
    },
  },
  emptyTextInList: {
    says: {
      null: ['siagh_unset', 'holds', 'as null'],
      empty: ['siagh_unset', 'differs', 'as an empty text'],
      missing: ['siagh_unset', 'differs', 'left out'],
    },
    prepare: emptyNothing,
  },
  noAccountParty: {
    says: {
      null: ['no_account_party', 'holds', 'as null'],
      zero: ['no_account_party', 'differs', 'as 0'],
      missing: ['no_account_party', 'differs', 'left out'],
    },
    also: { accountParty: 'by-hand' },
    prepare: giveSomeParties,
  },
  contactListLag: { because: AFTER_A_WRITE },
  contactFilter: {
    says: {
      works: ['list_filter', 'holds', 'by TelNo, Code, RecordId'],
      'numbers-alone': ['list_filter', 'differs', 'by TelNo; not by Code, RecordId'],
      ignored: ['list_filter', 'differs', 'not by TelNo, Code, RecordId'],
      refused: ['list_filter', 'differs', 'refused'],
    },
  },
  formIds: { because: AFTER_A_WRITE },
  siaghRefusal: { because: AFTER_A_WRITE },
  uniqueNumbers: { because: 'Numbers that are shared today do not show what Siagh refuses tomorrow.' },
  createdContact: { because: AFTER_A_WRITE },
  contactUpdate: { because: AFTER_A_WRITE },
  accountParty: {
    says: {
      'with-contact': ['account_party', 'holds', '40 of 40 contacts'],
      'after-minutes': ['account_party', 'holds', '40 of 40 contacts'],
      'by-hand': ['account_party', 'differs', '25 of 40 contacts'],
      never: ['account_party', 'differs', '0 of 40 contacts'],
    },
    alike: 'Some minutes later the list shows the same.',
    prepare: (sandbox, value) => value === 'by-hand' && giveSomeParties(sandbox),
  },
  headerCodes: { because: AFTER_A_WRITE },
  preInvoiceNumber: { because: AFTER_A_WRITE },
  preInvoiceCode: { because: AFTER_A_WRITE },
  repeatedSuid: { because: AFTER_A_WRITE },
  scriptFailure: { because: AFTER_A_WRITE },
  crmSessionEnd: { because: SESSIONS },
  crmTokenLife: {
    says: {
      '30-minutes': ['missing_id', 'holds', 'HTTP 404'],
      '1-minute': ['missing_id', 'holds', 'HTTP 404'],
      years: ['missing_id', 'holds', 'HTTP 404'],
      'no-time': ['missing_id', 'unseen', 'CRM'],
    },
    alike: 'Calls work until the token ends. Only a token that ends at once shows it.',
  },
  crmNewLogin: { because: OTHER_LOGINS },
  crmWrongLogin: { because: WRONG_LOGINS },
  oneTimeCode: {
    says: {
      'not-wanted': ['missing_id', 'holds', 'HTTP 404'],
      wanted: ['missing_id', 'unseen', 'an earlier call to the server failed'],
    },
  },
  crmEncoding: { says: ENCODINGS('crm_encoding') },
  crmErrors: { because: 'The body of an error has no form that siagh-sync waits for: the status decides.' },
  crmUnset: {
    says: {
      'empty-text': ['crm_unset', 'holds', 'as an empty text'],
      null: ['crm_unset', 'differs', 'as null'],
      missing: ['crm_unset', 'differs', 'left out'],
    },
  },
  crmDates: {
    says: {
      local: ['crm_times', 'holds', 'without an offset'],
      'with-offset': ['crm_times', 'differs', 'with an offset'],
      utc: ['crm_times', 'differs', 'in UTC'],
    },
  },
  crmAmounts: {
    says: { numbers: ['crm_amounts', 'holds', 'as numbers'], texts: ['crm_amounts', 'differs', 'as texts'] },
  },
  crmIds: {
    says: { 'lower-case': ['crm_ids', 'holds', 'in small letters'], capitals: ['crm_ids', 'differs', 'in capitals'] },
  },
  missingId: {
    says: {
      404: ['missing_id', 'holds', 'HTTP 404'],
      400: ['missing_id', 'holds', 'HTTP 400'],
      null: ['missing_id', 'holds', 'HTTP 200 without a record'],
      500: ['missing_id', 'differs', 'HTTP 500'],
      nothing: ['missing_id', 'holds', 'HTTP 200 without a record'],
      'empty-object': ['missing_id', 'holds', 'HTTP 200 without a record'],
    },
    alike: 'null, nothing and an empty object are all no record.',
  },
  wrongKind: {
    says: {
      'as-missing': ['wrong_kind', 'holds', 'HTTP 404'],
      404: ['wrong_kind', 'holds', 'HTTP 404'],
      400: ['wrong_kind', 'holds', 'HTTP 400'],
      null: ['wrong_kind', 'holds', 'HTTP 200 without a record'],
      500: ['wrong_kind', 'differs', 'HTTP 500'],
    },
    alike: 'A missing id is answered with HTTP 404 here.',
  },
  identityUpdate: { because: AFTER_A_WRITE },
  createDemands: { because: AFTER_A_WRITE },
  identityType: {
    says: {
      vendor: ['identity_type', 'holds', '1 lists organizations'],
      reversed: ['identity_type', 'differs', '1 lists persons'],
      ignored: ['identity_type', 'differs', 'ignores it'],
    },
  },
  searchPages: {
    says: {
      'as-asked': ['search_pages', 'holds', 'all 24 are on the first page'],
      limited: ['search_pages', 'differs', 'a page holds 10 at most'],
      cut: ['search_pages', 'differs', 'a page holds 10 at most'],
      'all-at-once': ['search_pages', 'differs', 'more than it was asked for'],
    },
    alike: 'siagh-sync asks for pages of the limit, which are the same in both.',
  },
  searchLag: { because: AFTER_A_WRITE },
  find: {
    says: {
      works: ['find_person', 'holds', '12 with an empty type key'],
      403: ['find_person', 'differs', 'HTTP 403'],
      404: ['find_person', 'differs', 'HTTP 404'],
      500: ['find_person', 'differs', 'HTTP 500'],
      blind: ['find_person', 'differs', 'shows none, although there are some'],
    },
  },
  findTypeKey: {
    says: {
      'not-needed': ['find_person', 'holds', '12 with an empty type key'],
      needed: ['find_person', 'differs', '12 with the type keys person'],
      'empty-finds-nothing': ['find_person', 'differs', '12 with the type keys person'],
    },
    alike: 'In both the type keys have to be set.',
  },
  findFields: {
    says: {
      'as-in-answers': ['find_fields', 'holds', 'it does'],
      'as-in-soap': ['find_fields', 'differs', 'it refuses CreatDate'],
    },
  },
  findFilter: {
    says: {
      followed: ['find_dates', 'holds', 'by ModifyDate'],
      ignored: ['find_dates', 'differs', 'it shows older records too'],
      'finds-nothing': ['find_dates', 'differs', 'it shows none at all'],
    },
  },
  findTimes: {
    says: {
      local: ['find_times', 'holds', 'it does'],
      'to-the-second': ['find_times', 'differs', 'whole seconds'],
      'as-utc': ['find_times', 'differs', 'another time zone'],
    },
  },
  findOrder: {
    says: {
      followed: ['find_order', 'holds', 'by CreatDate, ModifyDate'],
      ignored: ['find_order', 'differs', 'it does not, by CreatDate'],
      reversed: ['find_order', 'differs', 'the wrong way round'],
    },
  },
  findPages: {
    says: {
      'as-asked': ['find_page_size', 'holds', 'all 12 are on the first page'],
      limited: ['find_page_size', 'differs', 'a page holds 10 at most'],
      cut: ['find_page_size', 'differs', 'a page holds 10 at most'],
    },
    alike: 'siagh-sync goes on by date, not by page, in both.',
  },
  findFirstPage: {
    says: {
      1: ['find_first_page', 'holds', 'the first page is page 1'],
      0: ['find_first_page', 'differs', 'the first page is page 0'],
    },
  },
  findTotal: {
    says: {
      'of-all': ['find_total', 'holds', 'it does'],
      'of-page': ['find_total', 'differs', 'it counted 1, and showed 12'],
      text: ['find_total', 'holds', 'it does'],
      missing: ['find_total', 'differs', 'find does not count'],
    },
    alike: 'The count is the same as a number and as a text.',
  },
  findLag: { because: AFTER_A_WRITE },
  documentDiscount: {
    says: {
      'includes-lines': ['totals', 'holds', 'on top in 0 and is included in 24'],
      'on-top': ['totals', 'holds', 'on top in 24 and is included in 0'],
    },
  },
  rowTotals: {
    says: {
      'price-times-count': ['totals', 'holds', 'made rows of 0'],
      formula: ['totals', 'holds', 'made rows of 24'],
    },
  },
  finalUnitPrice: {
    says: {
      'of-row': ['row_amount', 'holds', 'of one piece in 0'],
      'of-one': ['row_amount', 'differs', 'of the whole row in 0 rows'],
    },
  },
  documentTaxes: {
    says: {
      'by-percent': ['vat_by_percent', 'holds', 'in 0 of 24 documents'],
      typed: ['vat_by_percent', 'differs', 'of 24 documents it does not'],
    },
  },
  documentStates: {
    says: {
      'persian-and-index': ['document_states', 'holds', '1 (24)'],
      'resource-name': ['document_states', 'holds', '1 (24)'],
      'index-alone': ['document_states', 'holds', '1 (24)'],
      'text-alone': ['document_states', 'differs', '– (24)'],
    },
    alike: 'siagh-sync reads the index alone, which is the same in the first three.',
  },
  webhookSubtype: { because: NO_WEBHOOK },
  webhookIds: { because: NO_WEBHOOK },
  webhookOnCreate: { because: NO_WEBHOOK },
  webhookRetry: { because: NO_WEBHOOK },
}

function giveSomeParties(sandbox: Sandbox): void {
  const codes = sandbox.siagh.contacts().flatMap(({ Code, IsAdminUser }) => (IsAdminUser ? [] : [Code]))
  for (const code of codes.slice(0, 25)) sandbox.siagh.giveAccountParty(code)
}

/** Some of the sample contacts have texts that somebody has emptied by hand. Without these, unset texts are all alike. */
function emptyNothing(sandbox: Sandbox): void {
  for (const row of sandbox.siagh.contacts()) {
    const emptied = Object.entries(row).filter(([, value]) => value === '')
    sandbox.siagh.changeContact(row.Code, Object.fromEntries(emptied.map(([name]) => [name, null])))
  }
}
