import * as z from 'zod'
import { json, type Answer } from '../answer'
import type { SimulatedCrm } from '../crm/create-crm'
import { crmOperations } from '../crm/crm-routes'
import { readFields } from '../crm/read-fields'
import type { Speech } from '../dialect/dialect'
import { parseJson } from '../parse-json'
import type { Incoming } from '../serve'
import type { SimulatedSiagh } from '../siagh/create-siagh'
import { siaghOperations } from '../siagh/siagh-routes'
import { orderDialect } from './dialect-order'
import { orderFault } from './fault-order'
import { createRecordMaker, type RecordMaker } from './make-record'
import { orderOddRow } from './odd-row-order'
import { orderWebhooks } from './webhook-order'

/** What the control API controls. */
export interface Controlled {
  readonly siagh: SimulatedSiagh
  readonly crm: SimulatedCrm
  readonly speech: Speech
  /** Samples are made with it. */
  readonly seed: number
}

type Action = (body: unknown) => Answer

const done = json({ done: true })
const notUnderstood = json({ message: 'This order is not understood: see the README of the sandbox' }, 400)
const notFound = json({ message: 'There is no such thing' }, 404)
const understood = (ok: boolean): Answer => (ok ? done : notUnderstood)

const summary = ({ siagh, crm }: Controlled): Answer =>
  json({
    siagh: {
      contacts: siagh.contacts().length,
      preInvoices: siagh.preInvoices().length,
      requests: siagh.requests().length,
      faults: siagh.faults.list(),
    },
    crm: {
      identities: crm.identities().length,
      documents: crm.documents().length,
      requests: crm.requests().length,
      faults: crm.faults.list(),
      webhooks: crm.webhooks.settings(),
      deliveries: crm.webhooks.deliveries().length,
    },
  })

const readActions = (controlled: Controlled): [string, Action][] => {
  const { siagh, crm } = controlled
  return [
    ['GET ', () => summary(controlled)],
    ['GET /dialect', () => json(controlled.speech.now())],
    ['GET /siagh/contacts', () => json(siagh.contacts())],
    ['GET /siagh/pre-invoices', () => json(siagh.preInvoices())],
    ['GET /siagh/requests', () => json(siagh.requests())],
    ['GET /siagh/faults', () => json(siagh.faults.list())],
    ['GET /crm/identities', () => json(crm.identities())],
    ['GET /crm/documents', () => json(crm.documents())],
    ['GET /crm/requests', () => json(crm.requests())],
    ['GET /crm/faults', () => json(crm.faults.list())],
    ['GET /crm/webhooks', () => json({ settings: crm.webhooks.settings(), deliveries: crm.webhooks.deliveries() })],
  ]
}

const accountPartyOrder = z.strictObject({ code: z.number() })

const giveAccountParty = (siagh: SimulatedSiagh, body: unknown): Answer => {
  const order = accountPartyOrder.safeParse(body)
  if (!order.success) return notUnderstood
  const AccountPartyCode = siagh.giveAccountParty(order.data.code)
  return AccountPartyCode === undefined ? notFound : json({ AccountPartyCode })
}

const doing =
  (act: () => void): Action =>
  () => {
    act()
    return done
  }

const switchActions = ({ siagh, crm, speech }: Controlled): [string, Action][] => [
  ['POST /dialect', (body) => understood(orderDialect(body, speech))],
  ['POST /siagh/faults', (body) => understood(orderFault(body, siagh.faults, siaghOperations))],
  ['DELETE /siagh/faults', doing(siagh.faults.clear)],
  ['POST /siagh/expire-sessions', doing(siagh.expireSessions)],
  ['POST /siagh/odd-row', (body) => understood(orderOddRow(body, siagh.addOddRow))],
  ['POST /siagh/account-party', (body) => giveAccountParty(siagh, body)],
  ['POST /crm/faults', (body) => understood(orderFault(body, crm.faults, crmOperations))],
  ['DELETE /crm/faults', doing(crm.faults.clear)],
  ['POST /crm/expire-tokens', doing(crm.expireTokens)],
  ['POST /crm/webhooks', (body) => understood(orderWebhooks(body, crm.webhooks))],
]

const makeActions = (records: RecordMaker): [string, Action][] =>
  (['person', 'organization', 'invoice', 'quote'] as const).map((kind) => [
    `POST /crm/${kind}`,
    (body) => {
      const crmId = records.make(kind, body)
      return crmId === undefined ? notUnderstood : json({ crmId })
    },
  ])

const changeRecord = ({ crm }: Controlled, id: string, body: unknown): Answer => {
  const asPerson = readFields('person', body)
  const asOrganization = readFields('organization', body)
  const asInvoice = readFields('invoice', body)
  const asQuote = readFields('quote', body)
  if (typeof asPerson === 'string' || typeof asOrganization === 'string') return notUnderstood
  if (typeof asInvoice === 'string' || typeof asQuote === 'string') return notUnderstood
  const changed =
    crm.updateIdentity(id, { ...asPerson, ...asOrganization }) || crm.updateDocument(id, { ...asInvoice, ...asQuote })
  return changed ? done : notFound
}

/** Answers requests under `/__sandbox`. */
export const createControl = (controlled: Controlled): ((incoming: Incoming) => Promise<Answer>) => {
  const actions = new Map([
    ...readActions(controlled),
    ...switchActions(controlled),
    ...makeActions(createRecordMaker(controlled.crm, controlled.seed)),
  ])
  const answer = ({ method, path, body }: Incoming): Answer => {
    if (!path.startsWith('/__sandbox')) return notFound
    const name = path.slice('/__sandbox'.length).replace(/\/$/, '')
    const order = parseJson(body)
    if (body !== '' && order === undefined) return notUnderstood
    const action = actions.get(`${method} ${name}`)
    if (action !== undefined) return action(order)
    const id = /^\/crm\/([^/]+)$/.exec(name)?.[1]
    if (id === undefined) return notFound
    if (method === 'PATCH') return changeRecord(controlled, id, order)
    return method === 'DELETE' && controlled.crm.remove(id) ? done : notFound
  }
  return (incoming) => Promise.resolve(answer(incoming))
}
