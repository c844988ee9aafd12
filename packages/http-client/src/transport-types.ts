import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError, System } from './api-error'

/**
 * Whether a call changes anything on the server. A read of the CRM is an HTTP POST too, so the caller has to say it.
 */
export type SendKind = 'read' | 'write'

/** The `fetch` that openapi-fetch uses for one call. */
export type RequestFetch = (request: Request) => Promise<Response>

/**
 * The result of an openapi-fetch call. Nothing of it is used: the transport reads the body itself, within its limits,
 * and gives openapi-fetch an empty answer with the same status.
 */
export interface Sent {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** One call of an API. */
export interface Call<T> {
  readonly kind: SendKind
  /**
   * Cancels the call. The error is `unavailable` for a read and for a write that was not sent yet, and
   * `outcome_unknown` for a write that was sent.
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Called immediately before each attempt is sent, after all waiting for a slot, a login or a pause. `false` ends
   * the call as `unavailable`: it was not sent.
   */
  readonly mayLeave?: (() => boolean) | undefined
  /** Makes the openapi-fetch call with the given fetch: `(fetch) => api.POST('/x', { body, fetch })`. */
  readonly send: (fetch: RequestFetch) => Promise<Sent>
  /**
   * Reads the JSON body of a 2xx (`undefined` for an empty body). A `malformed` of a write becomes `outcome_unknown`.
   */
  readonly read: (body: unknown, response: Response) => Result<T, ApiError>
  /**
   * Reads a 4xx that the transport does not handle itself (it handles 401, 402, 403, 408 and 429). The body is parsed
   * JSON, or the text if it is not JSON. `undefined`: the transport decides. 404 is then `not_found`, and every other
   * status is `rejected`.
   */
  readonly refused?: ((status: number, body: unknown) => ApiError | undefined) | undefined
  /**
   * Whether the JSON body of a 2xx may mean that the session has ended, and the call has surely changed nothing.
   * Called if `read` returns `rejected`. `true`: the call is repeated with a new session, if the old session is not
   * young. Default: `false`.
   */
  readonly leftNothing?: ((body: unknown) => boolean) | undefined
}

/** Reads one body while it arrives. Returns the items that are complete so far, or the error. */
export interface BodyReader<T> {
  /** Takes the next text, decoded with the charset of the answer. It may end anywhere. */
  readonly take: (text: string) => Result<readonly T[], ApiError>
  /** The body has ended. */
  readonly end: () => Result<readonly T[], ApiError>
}

/** A read with an answer that is used while it arrives. */
export interface StreamCall<T> extends Pick<Call<T>, 'signal' | 'send' | 'refused'> {
  /** Creates a reader. Each attempt gets its own. */
  readonly reader: () => BodyReader<T>
  /** The most that may arrive between two items, in bytes. Default: `maxResponseBytes`. */
  readonly maxBytes?: number | undefined
}

/** Cancels one waiting call. */
export interface SignalOption {
  readonly signal?: AbortSignal | undefined
}

/** Sends calls to one server, with one session that all of them share. */
export interface Transport<S> {
  /**
   * Makes one call. Logs in first if there is no session. Repeats the call with a new session if the server does not
   * know the session any more.
   */
  call<T>(call: Call<T>): ResultAsync<T, ApiError>
  /**
   * Makes one read and yields the items of its reader as they arrive. An error is the last item. Nothing is sent
   * before the first item is requested. The transport reads no faster than the consumer takes items. If the consumer
   * stops early, the request ends.
   *
   * The call is repeated like every read, but only until the first item. It keeps its slot in the rate limit to the
   * end. `timeoutMs` is for the head of the answer and for each silence of the server after it. All silences together
   * may last 20 times as long. The consumer's own time does not count. A body that is not text in its charset is
   * `malformed`.
   */
  stream<T>(call: StreamCall<T>): AsyncIterable<Result<T, ApiError>>
  /** The present session. Logs in only if there is none. */
  session(options?: SignalOption): ResultAsync<S, ApiError>
  /** Logs in again, or joins the login that is under way. Waits for the cool-down after a refused login. */
  login(options?: SignalOption): ResultAsync<S, ApiError>
}

/** How to log in to the server of a transport. */
export interface LoginOptions<S> {
  readonly system: System
  readonly login: {
    /** Makes the openapi-fetch call of the login. It has no session. */
    readonly send: (fetch: RequestFetch) => Promise<Sent>
    /** Reads the session from the JSON body of a 2xx. */
    readonly read: (body: unknown) => Result<S, ApiError>
  }
  /** The value of the `Authorization` header. */
  readonly authorization: (session: S) => string
  /** When a session ends, in milliseconds since 1970. An expired session is not used. `undefined`: unknown. */
  readonly expiresAt?: ((session: S) => number | undefined) | undefined
}

/** An event for a log. It holds only ids and counts: no URL, header, body or session. */
export type TransportEvent =
  /**
   * The attempt with number `attempt` (from 1) has failed. The next one follows in `delayMs`. `reason` is a code or
   * `HTTP <status>`.
   */
  | {
      readonly kind: 'retry'
      readonly system: System
      readonly attempt: number
      readonly delayMs: number
      readonly reason: string
    }
  /** A login has ended. After `refused` and `locked` no login is sent for `retryAfterMs`. */
  | {
      readonly kind: 'login'
      readonly system: System
      readonly outcome: 'ok' | 'refused' | 'locked' | 'failed'
      readonly retryAfterMs?: number
    }
  /** The circuit of this server has changed its state. */
  | { readonly kind: 'circuit'; readonly system: System; readonly state: 'open' | 'half_open' | 'closed' }

/** The options that a user of a client may set. */
export interface TransportOptions {
  /** Default: `globalThis.fetch`, read at each call. This function decides about keep-alive and TLS. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /**
   * The time for one attempt, including its body, but without the wait for its turn. For a stream: the time of each
   * silence. Default 30,000.
   */
  readonly timeoutMs?: number | undefined
  /**
   * The most that is read of an answer, in bytes after decompression. For a stream: the most between two items.
   * Default 32 MiB. Of the answer to a write or a login at most 1 MiB is read, and of an error page the first 64 KiB.
   */
  readonly maxResponseBytes?: number | undefined
  /** For each server. Defaults: 10 calls at a time, and 100 new calls in any second. `Infinity`: no limit. */
  readonly rateLimit?:
    { readonly concurrency?: number | undefined; readonly perSecond?: number | undefined } | undefined
  /**
   * Defaults: 3 attempts in all. The pauses are up to 500 ms, and twice as long each time, up to 10,000. If a server
   * asks for a longer pause than `maxDelayMs`, the call is not repeated, and the error carries `retryAfterMs`.
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
   * How long a session is trusted after it was created. Default 180,000 (3 minutes). After that time, an answer that
   * the call does not promise causes one login: an HTML page, a redirect, 403, 419, 440, or a refusal in another
   * form. The reason: nobody has seen how the servers end a session. If no good answer came within that time, a write
   * begins with a login. A 401 always causes a login.
   */
  readonly sessionTrustMs?: number | undefined
  /** The longest pause that a server may ask for with `Retry-After`. Default 900,000 (15 minutes). */
  readonly maxRetryAfterMs?: number | undefined
  /** Called with each event, for a log. Exceptions are ignored. */
  readonly onEvent?: ((event: TransportEvent) => void) | undefined
}
