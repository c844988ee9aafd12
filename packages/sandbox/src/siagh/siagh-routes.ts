import * as z from 'zod'
import { json, jsonBytes, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { parseJson } from '../parse-json'
import type { Incoming, Route } from '../serve'
import type { ContactTable } from './contact-table'
import type { Form } from './form-ids'
import { refused, scriptFailure } from './form-answer'
import { loginRefused } from './login'
import type { OddRows } from './odd-rows'
import { splitPairs } from './split-pairs'

/** What can be asked of Siagh. `findUsers` is the POST to the address that `getAll` GETs. */
export const siaghOperations = ['login', 'getAll', 'findUsers', 'saveContact', 'savePreInvoice'] as const

/** One of `siaghOperations`. */
export type SiaghOperation = (typeof siaghOperations)[number]

/** A body of `SaveFormData`: seven strings. */
const formBody = z.object({
  formId: z.string(),
  ctrlValues: z.string(),
  parameters: z.string(),
  dataRows: z.string(),
  attachments: z.string(),
  postCode: z.string(),
  flowId: z.string(),
})

/** A form with its pairs split. */
interface SplitForm {
  readonly ctrlValues: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
  readonly dataRows: string
}

/** What the routes lead to. */
export interface SiaghActions {
  readonly contacts: ContactTable
  readonly formOf: (formId: string) => Form | undefined
  readonly dialect: () => Dialect
  readonly sessionIsOpen: (authorization: string | null) => boolean
  /** The answer to a call without a session that is open. */
  readonly sessionEnded: () => Answer
  readonly oddRows: OddRows
  readonly logIn: (body: unknown) => Answer
  readonly saveContact: (form: SplitForm) => Answer
  readonly savePreInvoice: (form: SplitForm) => Answer
}

/** The session is missing, wrong or over. How Siagh words this is not known. */
export const siaghUnauthorized = json({ Message: 'Authorization has been denied for this request.' }, 401)

const isNumber = (name: string): boolean => /^(?:TelNo|MobileNo)2?$/.test(name)

const findUsers = (contacts: ContactTable, filter: unknown, { contactFilter }: Dialect): Answer => {
  if (contactFilter === 'refused') return json({ Message: 'The requested resource does not support POST.' }, 405)
  const wanted = Object.entries(typeof filter === 'object' && filter !== null ? filter : {}).filter(
    ([name]) => contactFilter === 'works' || (contactFilter === 'numbers-alone' && isNumber(name)),
  )
  const matches = contacts.shown().filter((row) => {
    const fields = new Map<string, unknown>(Object.entries(row))
    return wanted.every(([name, value]) => fields.get(name) === value)
  })
  return json(matches)
}

const saveForm = (body: unknown, actions: SiaghActions): Answer => {
  const form = formBody.safeParse(body)
  if (!form.success) return scriptFailure(String(form.error.issues[0]?.path[0] ?? 'formId'))
  const { formId, ctrlValues, parameters, dataRows } = form.data
  const split = { ctrlValues: splitPairs(ctrlValues), parameters: splitPairs(parameters), dataRows }
  switch (actions.formOf(formId)) {
    case 'contact':
      return actions.saveContact(split)
    case 'pre-invoice':
      return actions.savePreInvoice(split)
    case undefined:
      return scriptFailure('formId')
  }
}

// What is meant is a pre-invoice even where this installation calls the form otherwise: it has a grid.
const saveOperation = (body: unknown): SiaghOperation =>
  typeof body === 'object' && body !== null && 'dataRows' in body && body.dataRows !== '[]'
    ? 'savePreInvoice'
    : 'saveContact'

/** Finds out what is asked; everything but the login needs an open session. */
export const routeSiagh = (incoming: Incoming, actions: SiaghActions): Route<SiaghOperation> | undefined => {
  const guarded = (run: () => Answer) => (): Answer =>
    actions.sessionIsOpen(incoming.authorization) ? run() : actions.sessionEnded()
  const noAccess = (): Answer => json({ Message: 'Access denied' }, 400)

  switch (`${incoming.method} ${incoming.path}`) {
    case 'POST /GeneralApi/LoginUser':
      return {
        operation: 'login',
        run: () => actions.logIn(parseJson(incoming.body)),
        refuse: () => loginRefused(actions.dialect()),
      }
    case 'GET /api/Sgh/GEN/Gn_Web_Users/GetAll':
      return {
        operation: 'getAll',
        run: guarded(() => jsonBytes(actions.oddRows.putInto(actions.contacts.listAsJson()))),
        refuse: noAccess,
      }
    case 'POST /api/Sgh/GEN/Gn_Web_Users/GetAll':
      return {
        operation: 'findUsers',
        run: guarded(() => findUsers(actions.contacts, parseJson(incoming.body), actions.dialect())),
        refuse: noAccess,
      }
    case 'POST /BpmsApi/SaveFormData': {
      const body = parseJson(incoming.body)
      return {
        operation: saveOperation(body),
        run: guarded(() => saveForm(body, actions)),
        refuse: guarded(() => refused('ثبت اطلاعات مجاز نیست', actions.dialect())),
      }
    }
    default:
      return undefined
  }
}
