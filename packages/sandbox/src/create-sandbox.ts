import type { RequestHandler } from 'msw'
import { machineClock, type SandboxClock } from './clock'
import { createCrm, type SimulatedCrm } from './crm/create-crm'
import { createSpeech, type Dialect } from './dialect/dialect'
import { fetchOf } from './fetch-of'
import { handlerOf } from './handler-of'
import { listenSandbox, type ListeningSandbox, type ListenOptions } from './listen-sandbox'
import { createRandom } from './random'
import { seedContacts } from './samples/seed-contacts'
import { createSiagh, type SimulatedSiagh } from './siagh/create-siagh'

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
  /** How the servers of this installation answer where installations differ, or nobody knows: see `dialectSettings`. */
  readonly dialect?: Partial<Dialect>
  /** Default: the machine's. */
  readonly clock?: SandboxClock
}

/** Both servers, as one state machine: through msw, over HTTP, or both at once. */
export interface Sandbox {
  readonly siagh: SimulatedSiagh
  readonly crm: SimulatedCrm
  /** How both answer now. */
  readonly dialect: () => Dialect
  /** Changes how both answer from now on. What is stored stays as it is. */
  readonly changeDialect: (choices: Partial<Dialect>) => void
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

/** Makes a sandbox. The sandbox listens on no port and intercepts no request until a caller starts it. */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  const { siaghUrl = 'http://siagh.test', crmUrl = 'http://crm.test', clock = machineClock } = options
  const { seed = 1 } = options
  const random = createRandom(seed)
  const speech = createSpeech(options.dialect ?? {})
  const siagh = createSiagh({ url: siaghUrl, speech }, clock, random.fork('siagh'))
  const crm = createCrm({ url: crmUrl, speech }, clock, random.fork('crm'))
  seedContacts(siagh.control, options.contacts ?? 'sample', seed)
  let handlers: RequestHandler[] | undefined

  return {
    siagh: siagh.control,
    crm: crm.control,
    dialect: speech.now,
    changeDialect: speech.change,
    get handlers() {
      handlers ??= [handlerOf(siaghUrl, siagh.serve), handlerOf(crmUrl, crm.serve)]
      return handlers
    },
    fetch: fetchOf([
      { baseUrl: siaghUrl, serve: siagh.serve },
      { baseUrl: crmUrl, serve: crm.serve },
    ]),
    listen: (ports = {}) => listenSandbox({ siagh, crm, speech, seed }, ports),
  }
}
