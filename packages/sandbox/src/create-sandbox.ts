import type { RequestHandler } from 'msw'
import { machineClock, type SandboxClock } from './clock'
import { createCrm, type CrmSettings, type CrmSide } from './crm/create-crm'
import type { IdentityTypeMeaning } from './crm/identity-type'
import type { MissingIdAnswer } from './crm/missing-id'
import { fetchOf } from './fetch-of'
import { handlerOf } from './handler-of'
import { listenSandbox, type ListeningSandbox, type ListenOptions } from './listen-sandbox'
import { createRandom } from './random'
import { seedContacts } from './samples/seed-contacts'
import type { AccountPartyOrigin } from './siagh/account-parties'
import { createSiagh, type SiaghSettings, type SiaghSide } from './siagh/create-siagh'
import type { TmpidForm } from './siagh/tmpid-form'

/** What a sandbox is made with; all of it is optional. */
export interface SandboxOptions {
  /** The same seed gives the same ids, samples and drawn faults; default 1. */
  readonly seed?: number
  /** The base URL that the handlers answer to; default `http://siagh.test`. */
  readonly siaghUrl?: string
  /** The base URL that the handlers answer to; default `http://crm.test`. */
  readonly crmUrl?: string
  /**
   * How many contacts Siagh holds at the start, untidy as real ones are, the administrator among them; 0 is none at all. `sample`,
   * the default, is a handful, of which the first three are those of the recorded exchange.
   */
  readonly contacts?: number | 'sample'
  /** How long a session of Siagh lives; default 20 minutes. */
  readonly sessionMs?: number
  /** How long a token of the CRM lives; default 30 minutes. */
  readonly tokenMs?: number
  /** Siagh refuses a mobile number that another contact has, however it is typed; default true. */
  readonly uniqueMobile?: boolean
  /** The same for `telno`; default false. */
  readonly uniquePhone?: boolean
  /** Siagh refuses a `_In_Suid` that it has seen; default false, so that a document sent twice shows. */
  readonly uniqueSuid?: boolean
  /** Siagh answers `tmpid` in its list; default true. */
  readonly tmpidInList?: boolean
  /** In which form the list shows a `tmpid`; default `as-written`. */
  readonly tmpidForm?: TmpidForm
  /** How a contact becomes an account party; default `with-contact`. `siagh.giveAccountParty` does it by hand. */
  readonly accountParty?: AccountPartyOrigin
  /** What the CRM answers to an id that it does not hold; default 404. */
  readonly missingIdAnswer?: MissingIdAnswer
  /** What the CRM answers to an id that it holds under another kind, as an organization's to `person/get`; default `missingIdAnswer`. */
  readonly wrongKindAnswer?: MissingIdAnswer
  /** What the CRM takes the `identityType` of a search for; default `vendor`. */
  readonly identityTypeMeaning?: IdentityTypeMeaning
  /** Default: the machine's. */
  readonly clock?: SandboxClock
}

/** Both servers, as one state machine: through msw, over HTTP, or both at once. */
export interface Sandbox {
  readonly siagh: SiaghSide
  readonly crm: CrmSide
  /** Handlers of both servers, for `setupServer(...sandbox.handlers)`. msw, a peer, is loaded when they are first read. */
  readonly handlers: RequestHandler[]
  /**
   * Reaches both servers without a network and without msw, for the `fetch` option of a client. It takes a URL and text or bytes, and
   * the server has the call, and a record of it, before it returns.
   */
  readonly fetch: typeof globalThis.fetch
  /** Serves both on 127.0.0.1. */
  readonly listen: (options?: ListenOptions) => Promise<ListeningSandbox>
}

const minuteMs = 60_000

/** Makes a sandbox. Nothing listens, and nothing is intercepted, until it is told to. */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const { siaghUrl = 'http://siagh.test', crmUrl = 'http://crm.test', clock = machineClock } = options
  const { seed = 1 } = options
  const random = createRandom(seed)
  const siagh = createSiagh(siaghSettings(siaghUrl, options), clock, random.fork('siagh'))
  const crm = createCrm(crmSettings(crmUrl, options), clock, random.fork('crm'))
  seedContacts(siagh.side, options.contacts ?? 'sample', seed)
  let handlers: RequestHandler[] | undefined

  return {
    siagh: siagh.side,
    crm: crm.side,
    get handlers() {
      handlers ??= [handlerOf(siaghUrl, siagh.serve), handlerOf(crmUrl, crm.serve)]
      return handlers
    },
    fetch: fetchOf([
      { baseUrl: siaghUrl, serve: siagh.serve },
      { baseUrl: crmUrl, serve: crm.serve },
    ]),
    listen: (ports = {}) => listenSandbox({ siagh, crm, seed }, ports),
  }
}

const siaghSettings = (url: string, options: SandboxOptions): SiaghSettings => ({
  url,
  sessionMs: options.sessionMs ?? 20 * minuteMs,
  uniqueMobile: options.uniqueMobile ?? true,
  uniquePhone: options.uniquePhone ?? false,
  uniqueSuid: options.uniqueSuid ?? false,
  tmpidInList: options.tmpidInList ?? true,
  tmpidForm: options.tmpidForm ?? 'as-written',
  accountParty: options.accountParty ?? 'with-contact',
})

const crmSettings = (url: string, options: SandboxOptions): CrmSettings => ({
  url,
  tokenMs: options.tokenMs ?? 30 * minuteMs,
  missingIdAnswer: options.missingIdAnswer ?? 404,
  wrongKindAnswer: options.wrongKindAnswer ?? options.missingIdAnswer ?? 404,
  identityTypeMeaning: options.identityTypeMeaning ?? 'vendor',
})
