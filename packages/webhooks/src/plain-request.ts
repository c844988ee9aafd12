import type { ResultAsync } from 'neverthrow'

/** The headers of a request by their names in lower case, as Node has them. */
export type PlainHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** The body of a request: its bytes, or the value that a parser of the application has made of them. */
export type ReceivedBody =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'parsed'; readonly value: unknown }

/**
 * Why a body cannot be read. `too_long`: it is longer than the limit. `compressed`: its `Content-Encoding` is not
 * `identity`. `broken_off`: the connection ended before the body did. `already_read`: the application read the bytes
 * and kept nothing of them.
 */
export type BodyFault = 'too_long' | 'compressed' | 'broken_off' | 'already_read'

/** A webhook in a form that any framework can supply, without a `Request`. The Express router uses it. */
export interface PlainRequest {
  /** In upper case: `GET`, `POST`. */
  readonly method: string
  /** The path without the query, as it was sent: percent signs are not decoded. */
  readonly path: string
  /**
   * The path at which the webhooks are mounted, when the framework has cut it off `path`. When this is missing, the
   * last segments of `path` decide.
   */
  readonly mount?: string
  /** The part of the URL after the `?`. The `?` may be included. */
  readonly query: string
  readonly headers: PlainHeaders
  /** The IP address at the other end of the connection. `allowIps` refuses a request without it. */
  readonly remoteAddress?: string | undefined
  /** Reads the body, at most `limit` bytes. It is called at most once, and only when the body is needed. */
  readBody(limit: number): ResultAsync<ReceivedBody, BodyFault>
}
