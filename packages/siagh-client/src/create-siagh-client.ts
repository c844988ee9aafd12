import { coded, createTransport, unavailable, type ApiError, type Transport } from '@siagh-sync/http-client'
import createClient, { type Client } from 'openapi-fetch'
import { Result } from 'neverthrow'
import type { paths } from './generated/siagh'
import { listCalls } from './list-users'
import { checkBaseUrl, checkLogin, checkMaxListBytes, type SiaghClientOptions } from './options'
import { readCreatedContact, readCreatedPreInvoice, readUpdatedContact } from './read/read-created'
import { isPlainRefusal } from './read/plain-refusal'
import { readSession } from './read/read-session'
import type { SaveOptions, SiaghClient } from './client-types'
import type { SiaghSession } from './types'
import { checkCode, checkNumbers } from './write/check-numbers'
import { checkTexts } from './write/check-texts'
import { toContactForm } from './write/contact-form'
import { toPreInvoiceForm } from './write/pre-invoice-form'
import { toSaveRequest, type Form } from './write/save-request'

type Api = Client<paths, 'application/json'>

// The forms of an installation may have other ids. `SaveOptions.formId` replaces these.
const contactForm = '2BFDA'
const preInvoiceForm = '43D81'

/**
 * Creates a client of one Siagh server. It sends nothing before the first call. Neither the returned object nor an
 * error shows the password. Throws one sentence that says what to set if an option is missing or wrong.
 */
export function createSiaghClient(options: SiaghClientOptions): SiaghClient {
  const baseUrl = checkBaseUrl(options)
  const maxListBytes = checkMaxListBytes(options)
  const api = createClient<paths>({ baseUrl })
  const transport = connect(api, options)
  const save = saving(api, transport)

  return {
    baseUrl,
    login: (call) => transport.login(call),
    session: (call) => transport.session(call),
    ...listCalls({ api, transport, maxListBytes }),
    createContact: (contact, call) =>
      checkTexts(contact).asyncAndThen(() =>
        save(call?.formId ?? contactForm, toContactForm(contact), readCreatedContact, call),
      ),
    updateContact: (code, contact, call) =>
      Result.combine([checkCode(code), checkTexts(contact)]).asyncAndThen(() =>
        save(call?.formId ?? contactForm, toContactForm(contact, code), (body) => readUpdatedContact(body, code), call),
      ),
    createPreInvoice: (preInvoice, call) =>
      Result.combine([checkNumbers(preInvoice), checkTexts(preInvoice)]).asyncAndThen(() =>
        save(call?.formId ?? preInvoiceForm, toPreInvoiceForm(preInvoice), readCreatedPreInvoice, call),
      ),
  }
}

function connect(api: Api, options: SiaghClientOptions): Transport<SiaghSession> {
  const body = checkLogin(options)
  return createTransport<SiaghSession>({
    fetch: options.fetch,
    timeoutMs: options.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    rateLimit: options.rateLimit,
    retry: options.retry,
    circuit: options.circuit,
    sessionTrustMs: options.sessionTrustMs,
    maxRetryAfterMs: options.maxRetryAfterMs,
    onEvent: options.onEvent,
    system: 'siagh',
    login: { send: (fetch) => api.POST('/GeneralApi/LoginUser', { body, fetch }), read: readSession },
    // Only the id, without a scheme word, and not `Token`.
    authorization: (session) => session.sessionId,
  })
}

/** All records are saved at one address. If that address is missing, the error does not concern a record. */
function refusedSave(status: number): ApiError | undefined {
  if (status !== 404) return undefined
  return unavailable('siagh', coded('no_saving_there', 'Siagh does not answer at the address for saving (HTTP 404)'), {
    status,
  })
}

function saving(api: Api, transport: Transport<SiaghSession>) {
  return <T>(
    formId: string,
    form: Form,
    read: (body: unknown) => Result<T, ApiError>,
    call: SaveOptions | undefined,
  ) => {
    const body = toSaveRequest(formId, form)
    return transport.call({
      kind: 'write',
      signal: call?.signal,
      mayLeave: call?.mayLeave,
      send: (fetch) => api.POST('/BpmsApi/SaveFormData', { body, fetch }),
      read,
      refused: refusedSave,
      leftNothing: isPlainRefusal,
    })
  }
}
