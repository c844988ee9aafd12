import type { Setting } from './setting'

/** What is not known of the CRM's sessions, and of how its answers are written. */
const crmAnswers = {
  crmSessionEnd: {
    values: [401, 403, 419, 440, 'login-page', 'redirect', 'refusal'],
    fact: 'How the CRM answers a call whose token has expired',
  },
  crmTokenLife: {
    values: ['30-minutes', '1-minute', 'years', 'no-time'],
    fact: 'How long a token of the CRM lives',
  },
} as const satisfies Record<string, Setting>

/** What is not known of how the CRM answers for one record. */
const reading = {
  missingId: {
    values: [404, 400, 'null', 500],
    fact: 'What the CRM answers to an id that it does not have',
  },
  wrongKind: {
    values: ['as-missing', 404, 400, 'null', 500],
    fact: 'What `person/get` answers to the id of an organization, and the reverse',
  },
} as const satisfies Record<string, Setting>

/** What is not known of the CRM's lists. */
const lists = {
  identityType: {
    values: ['vendor', 'reversed', 'ignored'],
    fact: 'What the `identityType` of a search means: 1 organization and 2 person, or the reverse',
  },
} as const satisfies Record<string, Setting>

/** What is not known of the CRM. */
export const crmSettings = { ...crmAnswers, ...reading, ...lists } as const
