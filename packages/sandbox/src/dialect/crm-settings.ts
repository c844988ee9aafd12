import type { Setting } from './setting'

/** What is not known of the CRM's sessions, and of how its answers are written. */
const crmAnswers = {
  crmSessionEnd: {
    values: [401, 403, 419, 440, 'login-page', 'redirect', 'refusal', 'message', 'null', 'nothing'],
    fact: 'How the CRM answers a call whose token has expired',
  },
  crmTokenLife: {
    values: ['30-minutes', '1-minute', 'years', 'no-time'],
    fact: 'How long a token of the CRM lives',
  },
  crmNewLogin: {
    values: ['keeps-other-sessions', 'ends-other-sessions'],
    fact: 'Whether a new login ends the other sessions of the same user in the CRM',
  },
  crmWrongLogin: {
    values: [401, 403, 402, 400, 'no-token'],
    fact: 'How the CRM answers a wrong user or password',
  },
  oneTimeCode: {
    values: ['not-wanted', 'wanted'],
    fact: 'Whether the CRM wants a one-time code from the user of the integration',
  },
  crmEncoding: {
    values: ['utf-8', 'utf-8-with-bom', 'utf-8-undeclared', 'utf-8-declared-1256', 'windows-1256'],
    fact: 'In which encoding the CRM answers, and what its header says of that',
  },
  crmErrors: {
    values: ['object', 'message', 'json-text', 'plain-text', 'html', 'nothing'],
    fact: 'What stands in the body of an error of the CRM',
  },
  crmUnset: {
    values: ['empty-text', 'null', 'missing'],
    fact: 'How the CRM shows a text that is not set',
  },
  crmDates: {
    values: ['local', 'with-offset', 'utc'],
    fact: 'Whether a time of the CRM has an offset',
  },
  crmAmounts: {
    values: ['numbers', 'texts'],
    fact: 'Whether the CRM shows amounts as numbers or as texts',
  },
  crmIds: {
    values: ['lower-case', 'capitals'],
    fact: 'In which form the CRM shows ids',
  },
} as const satisfies Record<string, Setting>

/** What is not known of how the CRM answers for one record. */
const reading = {
  missingId: {
    values: [404, 400, 'null', 500, 'nothing', 'empty-object'],
    fact: 'What the CRM answers to an id that it does not have',
  },
  wrongKind: {
    values: ['as-missing', 404, 400, 'null', 500],
    fact: 'What `person/get` answers to the id of an organization, and the reverse',
  },
  identityUpdate: {
    values: ['keeps-the-rest', 'empties-the-rest', 'refused'],
    fact: 'Whether an identity can be updated, and what becomes of the fields that are not sent',
  },
  createDemands: {
    values: ['nothing', 'category', 'unique-mobile', 'unique-name', 'unique-national-code'],
    fact: 'What the CRM demands of a new identity',
  },
} as const satisfies Record<string, Setting>

/** What is not known of the CRM's lists. */
const lists = {
  identityType: {
    values: ['vendor', 'reversed', 'ignored'],
    fact: 'What the `identityType` of a search means: 1 organization and 2 person, or the reverse',
  },
  searchPages: {
    values: ['as-asked', 'limited', 'cut', 'all-at-once'],
    fact: 'Whether a search has a page limit of its own, or ignores the page size',
  },
  searchLag: {
    values: ['none', '1-minute', '5-minutes'],
    fact: 'How long it takes until a search shows what was saved',
  },
} as const satisfies Record<string, Setting>

/** What is not known of `find`, of which nobody has seen an answer. */
const finding = {
  find: {
    values: ['works', 403, 404, 500, 'blind'],
    fact: 'Whether the installation has `find`',
  },
  findTypeKey: {
    values: ['not-needed', 'needed', 'empty-finds-nothing'],
    fact: 'Whether `find` accepts an empty `typeKey`',
  },
  findFields: {
    values: ['as-in-answers', 'as-in-soap'],
    fact: 'Whether `find` names `CreatDate` and `CustomerNumber` as the answers do, or `CreateDate` and `CustomerNo` as SOAP does',
  },
  findFilter: {
    values: ['followed', 'ignored', 'finds-nothing'],
    fact: 'Whether `find` follows the conditions',
  },
  findTimes: {
    values: ['local', 'to-the-second', 'as-utc'],
    fact: 'How `find` compares the text of a time',
  },
  findOrder: {
    values: ['followed', 'ignored', 'reversed'],
    fact: 'Whether `find` follows the order',
  },
  findPages: {
    values: ['as-asked', 'limited', 'cut'],
    fact: 'Whether `find` has a page limit of its own',
  },
  findFirstPage: {
    values: [1, 0],
    fact: 'Whether the first page of `find` is 1 or 0',
  },
  findTotal: {
    values: ['of-all', 'of-page', 'text', 'missing'],
    fact: 'What the `total` of `find` counts',
  },
  findLag: {
    values: ['none', '1-minute', '5-minutes'],
    fact: 'How long it takes until `find` shows what was saved',
  },
} as const satisfies Record<string, Setting>

/** What is not known of documents. */
const documents = {
  documentDiscount: {
    values: ['includes-lines', 'on-top'],
    fact: 'Whether the discount of a document includes the discounts of its lines, or comes on top of them',
  },
  rowTotals: {
    values: ['price-times-count', 'formula'],
    fact: 'Whether `totalUnitPrice` is the price times the count, or made by a formula of the administrator',
  },
  finalUnitPrice: {
    values: ['of-row', 'of-one'],
    fact: 'Whether `finalUnitPrice` is the amount of the whole row, or of one piece',
  },
  documentTaxes: {
    values: ['by-percent', 'typed'],
    fact: 'Whether VAT and toll of a document follow the percentages, or were typed',
  },
  documentStates: {
    values: ['persian-and-index', 'resource-name', 'index-alone', 'text-alone'],
    fact: 'How the CRM shows the state of a document',
  },
} as const satisfies Record<string, Setting>

/** What is not known of the CRM's webhooks. */
const webhooks = {
  webhookSubtype: {
    values: ['as-seen', 'unknown', 'missing', 'doubled'],
    fact: 'What the `subtype` of a webhook says',
  },
  webhookIds: {
    values: ['lower-case', 'capitals', 'braces'],
    fact: 'In which form a webhook tells the id',
  },
  webhookOnCreate: {
    values: ['insert-and-update', 'insert', 'update'],
    fact: 'Which events follow the creation of a record',
  },
  webhookRetry: {
    values: ['never', 'after-failure'],
    fact: 'Whether the CRM sends a webhook again that was not accepted',
  },
} as const satisfies Record<string, Setting>

/** What is not known of the CRM. */
export const crmSettings = { ...crmAnswers, ...reading, ...lists, ...finding, ...documents, ...webhooks } as const
