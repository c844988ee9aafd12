import { json } from '../answer'
import type { SandboxClock } from '../clock'
import { createFaults, type FaultControl } from '../faults/fault-control'
import type { Random } from '../random'
import type { RequestRecord } from '../request-record'
import { createServe, type SimulatedServer } from '../serve'
import { createSessionEnds, type SessionEnd } from '../session-end'
import { createSessions, type Sessions } from '../sessions'
import { createWebhooks, type WebhookControl } from '../webhooks/webhook-control'
import type { CrmDocument, CrmIdentity } from './crm-objects'
import { routeCrm, crmUnauthorized, type CrmOperation } from './crm-routes'
import { editedDocument, editedIdentity, invoiceStates } from './edit-object'
import type { DocumentFields, InvoiceFields, OrganizationFields, PersonFields, QuoteFields } from './fields'
import type { IdentityTypeMeaning } from './identity-type'
import { createLogin } from './log-in'
import type { MissingIdAnswer, MissingIdAnswers } from './missing-id'
import { createObjectTable, type ObjectTable } from './object-table'

/** How this installation of the CRM behaves. */
export interface CrmSettings {
  readonly url: string
  readonly tokenMs: number
  readonly missingIdAnswer: MissingIdAnswer
  readonly wrongKindAnswer: MissingIdAnswer
  readonly identityTypeMeaning: IdentityTypeMeaning
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
export interface CrmSide extends CrmRecords {
  readonly url: string
  readonly username: string
  readonly password: string
  /** Every call so far, in the order of arrival; the list grows as calls come in. */
  readonly requests: () => readonly RequestRecord<CrmOperation>[]
  /**
   * What a `get` or `update` of an id that is missing is answered with from now on, and of an id that is of another kind: the same,
   * unless `ofAnotherKind` says otherwise.
   */
  readonly answerMissingIdsWith: (answer: MissingIdAnswer, ofAnotherKind?: MissingIdAnswer) => void
  readonly webhooks: WebhookControl
  readonly faults: FaultControl<CrmOperation>
  /** Ends every session: the next call of each client is answered 401, unless told otherwise. */
  readonly expireTokens: () => void
  /** How a call with a session that has ended is answered from now on; 401 until then. */
  readonly answerEndedSessionsWith: (form: SessionEnd) => void
}

/** The user that the recorded login names. */
const user = { username: 'webservice', password: 'secret' }

const keepRecords = (objects: ObjectTable): CrmRecords => ({
  createPerson: (fields) => objects.create('person', fields).crmId,
  createOrganization: (fields) => objects.create('organization', fields).crmId,
  createInvoice: (fields) => objects.create('invoice', fields).crmId,
  createQuote: (fields) => objects.create('quote', fields).crmId,
  updateIdentity: (id, patch) =>
    (objects.update('person', id, (old) => editedIdentity(old, patch)) ??
      objects.update('organization', id, (old) => editedIdentity(old, patch))) !== undefined,
  updateDocument: (id, patch) =>
    (objects.update('invoice', id, (old) => editedDocument(old, { ...invoiceStates.pending, ...patch })) ??
      objects.update('quote', id, (old) => editedDocument(old, patch))) !== undefined,
  remove: objects.remove,
  identities: () => [...objects.all('person'), ...objects.all('organization')],
  documents: () => [...objects.all('invoice'), ...objects.all('quote')],
})

/** A simulated CRM without records, and what answers its requests. */
export const createCrm = (settings: CrmSettings, clock: SandboxClock, random: Random): SimulatedServer<CrmSide> => {
  const webhooks = createWebhooks(clock, random.fork('webhooks'))
  const objects = createObjectTable(clock.now, random, webhooks.changed)
  const sessions = createSessions(clock.now, settings.tokenMs)
  const faults = createFaults<CrmOperation>(random.fork('faults'))
  let answers: MissingIdAnswers = { missing: settings.missingIdAnswer, ofAnotherKind: settings.wrongKindAnswer }

  const newTokens = () => openSession(random, sessions)
  const logIn = createLogin({ user, now: clock.now, tokenMs: settings.tokenMs, newTokens })
  const ends = createSessionEnds(crmUnauthorized, json({ code: 401, message: 'نشست شما به پایان رسیده است' }))
  const actions = {
    objects,
    sessionIsOpen: sessions.isOpen,
    sessionEnded: ends.answer,
    logIn,
    missingIdAnswers: () => answers,
    identityTypeMeaning: settings.identityTypeMeaning,
  }
  const { serve, requests } = createServe<CrmOperation>({
    route: (incoming) => routeCrm(incoming, actions),
    endSession: sessions.end,
    sessionEnded: ends.answer,
    faults: faults.source,
    clock,
  })

  const side: CrmSide = {
    url: settings.url,
    ...user,
    ...keepRecords(objects),
    requests,
    answerMissingIdsWith: (missing, ofAnotherKind = missing) => {
      answers = { missing, ofAnotherKind }
    },
    webhooks: webhooks.control,
    faults: faults.control,
    expireTokens: sessions.endAll,
    answerEndedSessionsWith: ends.use,
  }
  return { side, serve, watchAway: faults.source.watchAway }
}

const openSession = (random: Random, sessions: Sessions) => {
  const accessToken = `${random.hex(16)}.${random.hex(24)}.${random.hex(24)}`
  sessions.open(`Bearer ${accessToken}`)
  return { accessToken, refreshToken: random.hex(32) }
}
