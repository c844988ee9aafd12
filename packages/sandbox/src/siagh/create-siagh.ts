import type { Answer } from '../answer'
import type { SandboxClock } from '../clock'
import type { Speech } from '../dialect/dialect'
import { encodeAnswer } from '../encode-answer'
import { createFaults, type FaultControl } from '../faults/fault-control'
import type { Random } from '../random'
import type { RequestRecord } from '../request-record'
import { createServe, type SimulatedServer } from '../serve'
import { sessionEndAnswer } from '../session-end'
import { createSessions, type Sessions } from '../sessions'
import { createAccountParties, type AccountParties } from './account-parties'
import { createContactTable, type ContactTable } from './contact-table'
import { refused } from './form-answer'
import { formNamed } from './form-ids'
import { logIn } from './login'
import { createOddRows, type OddRows } from './odd-rows'
import { createPreInvoiceTable, type PreInvoiceTable, type StoredPreInvoice } from './pre-invoice-table'
import { saveContact } from './save-contact'
import { savePreInvoice } from './save-pre-invoice'
import { routeSiagh, siaghUnauthorized, type SiaghActions, type SiaghOperation } from './siagh-routes'
import { blankRow, type SiaghRow } from './siagh-row'

/** Where this installation of Siagh stands, and how it answers. */
export interface SiaghSettings {
  readonly url: string
  readonly speech: Speech
}

/** The contacts as somebody at Siagh's own screen makes and changes them, past the rules of the API. */
interface SiaghContacts {
  /** All contacts in the order in which they were made. */
  readonly contacts: () => readonly SiaghRow[]
  /** Answers the row as stored. */
  readonly addContact: (contact: Partial<SiaghRow>) => SiaghRow
  /** `false`: no such contact. */
  readonly changeContact: (code: number, patch: Partial<Omit<SiaghRow, 'Code'>>) => boolean
  /** `false`: no such contact. */
  readonly removeContact: (code: number) => boolean
  /** Makes a contact an account party and answers the party's code. `undefined`: no such contact. */
  readonly giveAccountParty: (code: number) => number | undefined
}

/** Siagh as a test sees it: what it holds, what it was asked, and its switches. */
export interface SimulatedSiagh extends SiaghContacts {
  readonly url: string
  readonly username: string
  /** In clear; what is sent is its MD5 in upper case. */
  readonly password: string
  readonly preInvoices: () => readonly StoredPreInvoice[]
  /** Every call so far, in the order of arrival; the list grows as calls come in. */
  readonly requests: () => readonly RequestRecord<SiaghOperation>[]
  readonly faults: FaultControl<SiaghOperation>
  /** Ends every session: the next call of each client is answered as the dialect says. */
  readonly expireSessions: () => void
  /** Puts anything that JSON can hold at the head of the contact list: a row that is no contact. */
  readonly addOddRow: (row: unknown) => void
}

/** The user that the recorded login names. */
const user = { username: 'کاربر وب سرویس', password: 'password' }

const keepContacts = (contacts: ContactTable, parties: AccountParties, newRecordId: () => string): SiaghContacts => ({
  contacts: contacts.all,
  addContact: (contact) => {
    const blank = blankRow(newRecordId(), contact.Code ?? contacts.nextCode())
    const party = contact.AccountPartyCode === undefined ? parties.forNew(blank.Code) : contact.AccountPartyCode
    const row = { ...blank, ...contact, AccountPartyCode: party }
    contacts.put(row)
    return row
  },
  changeContact: (code, patch) => {
    const row = contacts.get(code)
    if (row !== undefined) contacts.put({ ...row, ...patch, Code: code })
    return row !== undefined
  },
  removeContact: contacts.remove,
  giveAccountParty: parties.give,
})

/** What Siagh holds. */
interface SiaghState {
  readonly contacts: ContactTable
  readonly parties: AccountParties
  readonly preInvoices: PreInvoiceTable
  readonly sessions: Sessions
  readonly sessionEnded: () => Answer
  readonly oddRows: OddRows
}

const createActions = (speech: Speech, clock: SandboxClock, random: Random, state: SiaghState): SiaghActions => {
  const { contacts, parties, preInvoices, sessions, oddRows } = state
  const openSession = (): string => {
    const id = random.hex(32)
    if (speech.now().siaghNewLogin === 'ends-other-sessions') sessions.endAll()
    sessions.open(id)
    return id
  }
  return {
    contacts,
    formOf: (formId) => formNamed(formId, speech.now()),
    sessionIsOpen: sessions.isOpen,
    sessionEnded: state.sessionEnded,
    oddRows,
    logIn: (body) => logIn(body, { user, now: clock.now(), dialect: speech.now(), newSession: openSession }),
    dialect: speech.now,
    saveContact: (form) =>
      saveContact(form, contacts, { dialect: speech.now(), newRecordId: random.guid, newParty: parties.forNew }),
    savePreInvoice: (form) =>
      savePreInvoice(form, preInvoices, { dialect: speech.now(), contactOf: contacts.get, billed: parties.billed }),
  }
}

const sessionEndOf =
  ({ now }: Speech) =>
  (): Answer =>
    sessionEndAnswer(now().siaghSessionEnd, siaghUnauthorized, refused('نشست شما به پایان رسیده است'))

/** A simulated Siagh without contacts, and what answers its requests. */
export const createSiagh = (
  { url, speech }: SiaghSettings,
  clock: SandboxClock,
  random: Random,
): SimulatedServer<SimulatedSiagh> => {
  const contacts = createContactTable(speech, clock.now)
  const parties = createAccountParties(contacts, speech, clock)
  const preInvoices = createPreInvoiceTable(clock.now)
  const sessions = createSessions(clock.now, () => speech.now().siaghSessionLife)
  const faults = createFaults<SiaghOperation>(random.fork('faults'))
  const sessionEnded = sessionEndOf(speech)
  const oddRows = createOddRows()
  const state = { contacts, parties, preInvoices, sessions, sessionEnded, oddRows }
  const actions = createActions(speech, clock, random, state)
  const { serve, requests } = createServe<SiaghOperation>({
    route: (incoming) => routeSiagh(incoming, actions),
    endSession: sessions.end,
    sessionEnded,
    written: (answer) => encodeAnswer(answer, speech.now().siaghEncoding),
    faults: faults.source,
    clock,
  })
  const control: SimulatedSiagh = {
    url,
    ...user,
    ...keepContacts(contacts, parties, random.guid),
    preInvoices: preInvoices.all,
    requests,
    faults: faults.control,
    expireSessions: sessions.endAll,
    addOddRow: oddRows.add,
  }
  return { control, serve, watchAway: faults.source.watchAway }
}
