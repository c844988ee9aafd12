import type { PlainHeaders } from '../plain-request'

/** The parts of a request that can tell who sent it. */
export interface Credentials {
  readonly method: string
  readonly headers: PlainHeaders
  readonly query: URLSearchParams
  /** The path segment before `/identity`, decoded. */
  readonly pathSecret?: string
  /** The other end of the connection: the sender, or a proxy. */
  readonly remoteAddress?: string
  /** The bytes of the body, once they are read. */
  readonly body?: Uint8Array
}

/** `body_needed`: the bytes of the body decide; ask again with `body`. */
export type Verdict = 'accepted' | 'refused' | 'body_needed'

/** Where secrets stand in a request, and how to mask them in what `/test` shows. */
export interface Secrets {
  readonly parameters: readonly string[]
  /** In lower case. */
  readonly headers: readonly string[]
  readonly inPath: boolean
  /** Replaces every secret in the text, in any spelling a URL or JSON may give it. */
  mask(text: string): string
}

/** Decides whether a request may be believed. `check` never throws. */
export interface Authenticator {
  readonly secrets: Secrets
  /** True when it looks at `remoteAddress`. The log then says when the framework did not hand it over. Default: false. */
  readonly usesAddress?: boolean
  check(credentials: Credentials): Verdict
}

/** Of an authenticator that knows no secret. */
export const noSecrets: Secrets = { parameters: [], headers: [], inPath: false, mask: (text) => text }

/** Believes everybody who can reach the port: `auth: 'none'`. */
export const anybody: Authenticator = { secrets: noSecrets, check: () => 'accepted' }
