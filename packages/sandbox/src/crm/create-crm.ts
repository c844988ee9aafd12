import { json, type Answer } from '../answer'
import type { SandboxClock } from '../clock'
import type { Speech } from '../dialect/dialect'
import { encodeAnswer } from '../encode-answer'
import { createFaults, type FaultControl } from '../faults/fault-control'
import type { Random } from '../random'
import type { RequestRecord } from '../request-record'
import { createServe, type SimulatedServer } from '../serve'
import { sessionEndAnswer } from '../session-end'
import { createSessions, lifeMs, type Sessions } from '../sessions'
import { createWebhooks, type WebhookControl } from '../webhooks/webhook-control'
import type { CrmDocument, CrmIdentity } from './crm-objects'
import { routeCrm, crmUnauthorized, type CrmOperation } from './crm-routes'
import { editedDocument, editedIdentity, invoiceStates } from './edit-object'
import type { DocumentFields, InvoiceFields, OrganizationFields, PersonFields, QuoteFields } from './fields'
import { errorAnswer } from './error-answer'
import { createLogin } from './log-in'
import { createObjectTable, type ObjectTable } from './object-table'

/** Where this installation of the CRM stands, and how it answers. */
export interface CrmSettings {
  readonly url: string
  readonly speech: Speech
}

/** The records as somebody at the CRM's own screen makes and changes them. Every change sends webhooks. */
interface CrmRecords {
  /** Each answers the new object's `crmId`; a `crmId` among the fields is kept. */
  readonly createPerson: (fields: PersonFields) => string
  readonly createOrganization: (fields: OrganizationFields) => string
  readonly createInvoice: (fields: InvoiceFields) => string
  readonly createQuote: (fields: QuoteFields) => string
  /** Changes a person or organization. `false`: no such identity. */
  readonly updateIdentity: (id: string, patch: PersonFields & OrganizationFields) => boolean
  /** Changes an invoice or quote; an invoice goes back to pending. `false`: no such document. */
  readonly updateDocument: (id: string, patch: DocumentFields) => boolean
  /** Deletes an object of any kind. `false`: no such object. */
  readonly remove: (id: string) => boolean
  /** Persons first, then organizations. */
  readonly identities: () => readonly CrmIdentity[]
  /** Invoices first, then quotes. */
  readonly documents: () => readonly CrmDocument[]
}

/** The CRM as a test sees it: what it holds, what it was asked, and its switches. */
export interface SimulatedCrm extends CrmRecords {
  readonly url: string
  readonly username: string
  readonly password: string
  /** Every call so far, in the order of arrival; the list grows as calls come in. */
  readonly requests: () => readonly RequestRecord<CrmOperation>[]
  readonly webhooks: WebhookControl
  readonly faults: FaultControl<CrmOperation>
  /** Ends every session: the next call of each client is answered as the dialect says. */
  readonly expireTokens: () => void
}

/** The user that the recorded login names. */
const user = { username: 'webservice', password: 'secret' }

const keepRecords = (objects: ObjectTable, { now }: Speech): CrmRecords => ({
  createPerson: (fields) => objects.create('person', fields).crmId,
  createOrganization: (fields) => objects.create('organization', fields).crmId,
  createInvoice: (fields) => objects.create('invoice', fields).crmId,
  createQuote: (fields) => objects.create('quote', fields).crmId,
  updateIdentity: (id, patch) =>
    (objects.update('person', id, (old) => editedIdentity(old, patch)) ??
      objects.update('organization', id, (old) => editedIdentity(old, patch))) !== undefined,
  updateDocument: (id, patch) =>
    (objects.update('invoice', id, (old) => editedDocument(old, { ...invoiceStates.pending, ...patch }, now())) ??
      objects.update('quote', id, (old) => editedDocument(old, patch, now()))) !== undefined,
  remove: objects.remove,
  identities: () => [...objects.all('person'), ...objects.all('organization')],
  documents: () => [...objects.all('invoice'), ...objects.all('quote')],
})

/** A simulated CRM without records, and what answers its requests. */
export const createCrm = (
  { url, speech }: CrmSettings,
  clock: SandboxClock,
  random: Random,
): SimulatedServer<SimulatedCrm> => {
  const webhooks = createWebhooks(clock, random.fork('webhooks'), speech)
  const objects = createObjectTable(clock.now, random, speech, webhooks.changed)
  const sessions = createSessions(clock.now, () => speech.now().crmTokenLife)
  const faults = createFaults<CrmOperation>(random.fork('faults'))

  const logIn = createLogin({
    user,
    now: clock.now,
    tokenMs: () => lifeMs[speech.now().crmTokenLife],
    newTokens: () => openSession(random, sessions, speech),
    dialect: speech.now,
  })
  const refusal = json({ code: 401, message: 'نشست شما به پایان رسیده است' })
  const sessionEnded = (): Answer => sessionEndAnswer(speech.now().crmSessionEnd, crmUnauthorized, refusal)
  const actions = { objects, sessionIsOpen: sessions.isOpen, sessionEnded, logIn, dialect: speech.now }
  const { serve, requests } = createServe<CrmOperation>({
    route: (incoming) => routeCrm(incoming, actions),
    endSession: sessions.end,
    sessionEnded,
    written: (answer) => encodeAnswer(errorAnswer(answer, speech.now()), speech.now().crmEncoding),
    faults: faults.source,
    clock,
  })

  const control: SimulatedCrm = {
    url,
    ...user,
    ...keepRecords(objects, speech),
    requests,
    webhooks: webhooks.control,
    faults: faults.control,
    expireTokens: sessions.endAll,
  }
  return { control, serve, watchAway: faults.source.watchAway }
}

const openSession = (random: Random, sessions: Sessions, { now }: Speech) => {
  if (now().crmNewLogin === 'ends-other-sessions') sessions.endAll()
  const accessToken = `${random.hex(16)}.${random.hex(24)}.${random.hex(24)}`
  sessions.open(`Bearer ${accessToken}`)
  return { accessToken, refreshToken: random.hex(32) }
}
