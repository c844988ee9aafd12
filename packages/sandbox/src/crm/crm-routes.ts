import { empty, json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { parseJson } from '../parse-json'
import type { Incoming, Route } from '../serve'
import type { CrmKind } from './crm-objects'
import { editedIdentity, invoiceStates, type InvoiceState } from './edit-object'
import { find } from './find'
import { unmetDemand } from './unmet-demand'
import { crmLoginRefused } from './log-in'
import { missingAnswer } from './missing-id'
import type { ObjectTable } from './object-table'
import { readFields } from './read-fields'
import { searchIdentities } from './search'
import { shownObject } from './shown-object'

type IdentityKind = 'person' | 'organization'

/** What can be asked of the CRM. */
export const crmOperations = [
  'login',
  'search',
  'personGet',
  'personCreate',
  'personUpdate',
  'personFind',
  'organizationGet',
  'organizationCreate',
  'organizationUpdate',
  'organizationFind',
  'invoiceGet',
  'invoiceFind',
  'invoiceState',
  'quoteGet',
  'quoteFind',
] as const

/** One of `crmOperations`. */
export type CrmOperation = (typeof crmOperations)[number]

/** What the routes lead to. */
export interface CrmActions {
  readonly objects: ObjectTable
  readonly sessionIsOpen: (authorization: string | null) => boolean
  /** The answer to a call without a token that is good. */
  readonly sessionEnded: () => Answer
  readonly logIn: (body: unknown) => Answer
  readonly dialect: () => Dialect
}

/** The token is missing, wrong or has run out. */
export const crmUnauthorized = json({ message: 'Unauthorized' }, 401)

const invalid = (field: string): Answer =>
  json(
    {
      code: 400,
      message: 'The request is invalid',
      errorDetails: [{ statusCode: 400, field, message: `${field} is invalid` }],
    },
    400,
  )

const idIn = (body: unknown, name: 'id' | 'crmId'): string | undefined => {
  const id =
    typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get(name) : undefined
  return typeof id === 'string' ? id : undefined
}

const missing = (id: string, { objects, dialect }: CrmActions): Answer =>
  missingAnswer(dialect(), objects.kindOf(id) !== undefined)

const getObject = (kind: CrmKind, body: unknown, actions: CrmActions): Answer => {
  const id = idIn(body, 'id')
  if (id === undefined) return invalid('id')
  const object = actions.objects.get(kind, id)
  return object === undefined ? missing(id, actions) : json(shownObject(object, actions.dialect()))
}

const createIdentity = (kind: IdentityKind, body: unknown, { objects, dialect }: CrmActions): Answer => {
  const fields = readFields(kind, body)
  if (typeof fields === 'string') return invalid(fields)
  const demand = unmetDemand(fields, objects, dialect())
  if (demand !== undefined) return demand
  return json(shownObject({ crmId: objects.create(kind, fields).crmId }, dialect()))
}

const updateIdentity = (kind: IdentityKind, body: unknown, actions: CrmActions): Answer => {
  const id = idIn(body, 'crmId')
  if (id === undefined) return invalid('crmId')
  const fields = readFields(kind, body)
  if (typeof fields === 'string') return invalid(fields)
  const { identityUpdate } = actions.dialect()
  if (identityUpdate === 'refused') return json({ code: 400, message: 'ویرایش مجاز نیست', errorDetails: [] }, 400)
  const updated = actions.objects.update(kind, id, (old) =>
    identityUpdate === 'empties-the-rest' ? fields : editedIdentity(old, fields),
  )
  return updated === undefined ? missing(id, actions) : json({ crmId: id })
}

const findObjects = (kind: CrmKind, body: unknown, { objects, dialect }: CrmActions): Answer => {
  const now = dialect()
  if (typeof now.find === 'number') return json({ message: 'این سرویس در دسترس نیست' }, now.find)
  const page = find(objects.listed(kind, 'find'), body, now)
  if (typeof page === 'string') return page === 'typeKey' ? invalid(page) : json({ message: page }, 500)
  return page === undefined ? invalid('queries') : json(shownObject(page, now))
}

const setInvoiceState = (state: InvoiceState, body: unknown, actions: CrmActions): Answer => {
  const id = idIn(body, 'id')
  if (id === undefined) return invalid('id')
  const changed = actions.objects.update('invoice', id, (old) => ({ ...old, ...invoiceStates[state] }))
  return changed === undefined ? missing(id, actions) : empty()
}

type Action = (body: unknown, actions: CrmActions) => Answer

const identityRoutes = (kind: IdentityKind): [string, [CrmOperation, Action]][] => [
  [`${kind}/get`, [`${kind}Get`, (body, actions) => getObject(kind, body, actions)]],
  [`${kind}/create`, [`${kind}Create`, (body, actions) => createIdentity(kind, body, actions)]],
  [`${kind}/update`, [`${kind}Update`, (body, actions) => updateIdentity(kind, body, actions)]],
  [`${kind}/find`, [`${kind}Find`, (body, actions) => findObjects(kind, body, actions)]],
]

const documentRoutes = (kind: 'invoice' | 'quote'): [string, [CrmOperation, Action]][] => [
  [`${kind}/sales/get`, [`${kind}Get`, (body, actions) => getObject(kind, body, actions)]],
  [`${kind}/sales/find`, [`${kind}Find`, (body, actions) => findObjects(kind, body, actions)]],
]

const stateRoutes = (['numbered', 'approved', 'pending', 'rejected'] as const).map(
  (state): [string, [CrmOperation, Action]] => [
    `invoice/sales/make-${state}`,
    ['invoiceState', (body, actions) => setInvoiceState(state, body, actions)],
  ],
)

const routes: ReadonlyMap<string, readonly [CrmOperation, Action]> = new Map([
  ['identity/search', ['search', (body, { objects, dialect }) => searchIdentities(body, objects, dialect())]],
  ...identityRoutes('person'),
  ...identityRoutes('organization'),
  ...documentRoutes('invoice'),
  ...documentRoutes('quote'),
  ...stateRoutes,
])

const prefix = '/api/v2/crmobject/'

/** Finds out what is asked; everything but the login needs a token that has not run out. */
export const routeCrm = (incoming: Incoming, actions: CrmActions): Route<CrmOperation> | undefined => {
  if (incoming.method !== 'POST') return undefined
  if (incoming.path === '/api/v2/auth/login')
    return {
      operation: 'login',
      run: () => actions.logIn(parseJson(incoming.body)),
      refuse: () => crmLoginRefused(actions.dialect()),
    }
  const route = incoming.path.startsWith(prefix) ? routes.get(incoming.path.slice(prefix.length)) : undefined
  if (route === undefined) return undefined
  const [operation, action] = route
  const guarded = (run: () => Answer) => (): Answer =>
    actions.sessionIsOpen(incoming.authorization) ? run() : actions.sessionEnded()
  return {
    operation,
    run: guarded(() => action(parseJson(incoming.body), actions)),
    refuse: guarded(() => json({ code: 400, message: 'این مقدار تکراری است', errorDetails: [] }, 400)),
  }
}
