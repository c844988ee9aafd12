import type { Setting } from './setting'

/** What is not known of Siagh's sessions, and of how its answers are written. */
const siaghAnswers = {
  siaghSessionEnd: {
    values: [401, 403, 419, 440, 'login-page', 'redirect', 'refusal'],
    fact: 'How Siagh answers a call whose session has ended',
  },
  siaghSessionLife: {
    values: ['20-minutes', '1-minute', 'years', 'no-time'],
    fact: 'How long a session of Siagh lives',
  },
} as const satisfies Record<string, Setting>

/** What is not known of Siagh's list of contacts. */
const contactList = {
  tmpidInList: {
    values: ['as-written', 'capitals', 'braces', 'spaces', 'no-dashes', 'left-out'],
    fact: 'Whether the contact list shows `tmpid`, and in which form',
  },
} as const satisfies Record<string, Setting>

/** What is not known of how Siagh saves. */
const saving = {
  accountParty: {
    values: ['with-contact', 'by-hand', 'never'],
    fact: 'How a contact becomes an account party',
  },
  uniqueNumbers: {
    values: ['mobile', 'mobile-and-phone', 'phone', 'none'],
    fact: 'Which numbers two contacts may not share',
  },
  repeatedSuid: {
    values: ['makes-another', 'refused', 'answers-the-first'],
    fact: 'What a repeated `_In_Suid` does',
  },
} as const satisfies Record<string, Setting>

/** What is not known of Siagh. */
export const siaghSettings = { ...siaghAnswers, ...contactList, ...saving } as const
