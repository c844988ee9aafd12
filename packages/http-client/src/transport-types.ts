import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError, System } from './api-error'

/** Whether a call changes anything on the server. A CRM read is an HTTP POST too, so the caller says which it is. */
export type SendKind = 'read' | 'write'

/** What openapi-fetch takes as the `fetch` of one call. */
export type RequestFetch = (request: Request) => Promise<Response>

/**
 * What an openapi-fetch call resolves to. The transport reads the body itself, within its limits, and gives openapi-fetch an
 * empty answer of the same status: nothing here is looked at.
 */
export interface Sent {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** One call of an API, described to the transport. */
export interface Call<T> {
  readonly kind: SendKind
  /** Cancels the call: `unavailable` of a read and of a write that has not left yet, `outcome_unknown` of a write that has. */
  readonly signal?: AbortSignal | undefined
  /**
   * Asked at the last moment before each attempt leaves, after every wait for a turn, a login or a pause. `false` ends the call as
   * `unavailable`: it was not sent.
   */
  readonly mayLeave?: (() => boolean) | undefined
  /** Makes the openapi-fetch call with the fetch it is given: `(fetch) => api.POST('/x', { body, fetch })`. */
  readonly send: (fetch: RequestFetch) => Promise<Sent>
  /** Reads the JSON body of a 2xx (`undefined` for an empty body). A `malformed` of a write becomes `outcome_unknown`. */
  readonly read: (body: unknown, response: Response) => Result<T, ApiError>
  /**
   * Reads a 4xx that the transport does not own (it owns 401, 402, 403, 408 and 429). The body is parsed JSON, or the text
   * itself where it is not JSON. `undefined` leaves it to the transport: 404 is `not_found`, every other is `rejected`.
   */
  readonly refused?: ((status: number, body: unknown) => ApiError | undefined) | undefined
  /**
   * Whether the JSON body of a 2xx that `read` answers with `rejected` may be the server's word for an ended session, and surely left
   * nothing behind. Then the call is made once more with a new session, where the one before is not young any more. Default: it is not.
   */
  readonly leftNothing?: ((body: unknown) => boolean) | undefined
}

/** Reads one body while it arrives. Gives what is complete so far, or what is wrong with it. */
export interface BodyReader<T> {
  /** Takes the next text, read by the charset of the answer; it may end anywhere. */
  readonly take: (text: string) => Result<readonly T[], ApiError>
  /** The body has ended. */
  readonly end: () => Result<readonly T[], ApiError>
}

/** A read whose answer is used while it arrives. */
export interface StreamCall<T> extends Pick<Call<T>, 'signal' | 'send' | 'refused'> {
  /** Makes a reader; each attempt gets its own. */
  readonly reader: () => BodyReader<T>
  /** The most that may arrive between two items, in bytes. Default: `maxResponseBytes`. */
  readonly maxBytes?: number | undefined
}

/** How one waiting call is cancelled. */
export interface SignalOption {
  readonly signal?: AbortSignal | undefined
}

/** Sends calls to one server, with one session that all of them share. */
export interface Transport<S> {
  /** Makes one call, logging in first where there is no session, and once more where the server no longer knows it. */
  call<T>(call: Call<T>): ResultAsync<T, ApiError>
  /**
   * Makes one read and yields what its reader gives, as it arrives; an error is the last item. Nothing is sent before the first item
   * is asked for, no more is taken in than the consumer keeps up with, and a consumer that stops early ends the request.
   *
   * It is repeated as any read is, but only until the first item. The place in the rate limit is held to the end. `timeoutMs` is for
   * the head of the answer and for each silence of the server after it; all of them together may take 20 times as long. The consumer's own
   * time does not count.
   * A body that is no text in its charset is `malformed`.
   */
  stream<T>(call: StreamCall<T>): AsyncIterable<Result<T, ApiError>>
  /** The session in use; logs in only if there is none. */
  session(options?: SignalOption): ResultAsync<S, ApiError>
  /** Logs in anew, or joins the login that is under way. Respects the cool-down after a refused one. */
  login(options?: SignalOption): ResultAsync<S, ApiError>
}

/** How the server of a transport is logged in to. */
export interface LoginOptions<S> {
  readonly system: System
  readonly login: {
    /** Makes the openapi-fetch call of the login; it carries no session. */
    readonly send: (fetch: RequestFetch) => Promise<Sent>
    /** Reads the session from the JSON body of a 2xx. */
    readonly read: (body: unknown) => Result<S, ApiError>
  }
  /** The value of the `Authorization` header. */
  readonly authorization: (session: S) => string
  /** When a session ends, in milliseconds since 1970; one that is past it is not used. `undefined`: not known. */
  readonly expiresAt?: ((session: S) => number | undefined) | undefined
}

/** Something worth a log line. Ids and counts alone: no URL, header, body or session is ever in it. */
export type TransportEvent =
  /** The attempt `attempt` (from 1) failed and another follows in `delayMs`. `reason` is a code or `HTTP <status>`. */
  | {
      readonly kind: 'retry'
      readonly system: System
      readonly attempt: number
      readonly delayMs: number
      readonly reason: string
    }
  /** A login ended. After `refused` and `locked` none is sent for `retryAfterMs`. */
  | {
      readonly kind: 'login'
      readonly system: System
      readonly outcome: 'ok' | 'refused' | 'locked' | 'failed'
      readonly retryAfterMs?: number
    }
  /** The circuit of this server changed its state. */
  | { readonly kind: 'circuit'; readonly system: System; readonly state: 'open' | 'half_open' | 'closed' }

/** What a user of a client may set. */
export interface TransportOptions {
  /** Default: `globalThis.fetch`, looked up at each call. Keep-alive and TLS are this function's business. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Time for one attempt, its body included and the wait for its turn left out; of a stream, for each silence. Default 30,000. */
  readonly timeoutMs?: number | undefined
  /**
   * The most that is read of an answer, after decompression; of a stream, the most between two items. Default 32 MiB. Of an answer to a
   * write or a login 1 MiB at most is read, and of an error page the first 64 KiB.
   */
  readonly maxResponseBytes?: number | undefined
  /** Per server. Defaults: 10 calls at a time, 100 begun in any second; `Infinity` lifts either. */
  readonly rateLimit?:
    { readonly concurrency?: number | undefined; readonly perSecond?: number | undefined } | undefined
  /**
   * Defaults: 3 attempts in all, with pauses of up to 500 ms, doubling up to 10,000. A server that asks for a longer pause than
   * `maxDelayMs` gets no repeat within the call: the error carries `retryAfterMs`.
   */
  readonly retry?:
    | {
        readonly attempts?: number | undefined
        readonly firstDelayMs?: number | undefined
        readonly maxDelayMs?: number | undefined
      }
    | undefined
  /** Defaults: opens after 10 failures in a row, for 30,000 ms. */
  readonly circuit?: { readonly failures?: number | undefined; readonly openMs?: number | undefined } | undefined
  /**
   * How long a session is trusted after it was made. From then on an answer that is not what its call promises (an HTML page, a redirect,
   * 403, 419, 440, a refusal in another form) is worth one login: nobody has seen how the servers end a session. A write that finds no
   * good answer within that time begins with a login. Default 180,000 (3 minutes). A 401 means a login at any time.
   */
  readonly sessionTrustMs?: number | undefined
  /** The longest pause that a server may ask for by `Retry-After`. Default 900,000 (15 minutes). */
  readonly maxRetryAfterMs?: number | undefined
  /** Called with each event, for a log. What it throws is ignored. */
  readonly onEvent?: ((event: TransportEvent) => void) | undefined
}
