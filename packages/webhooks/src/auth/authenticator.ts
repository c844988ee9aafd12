import type { PlainHeaders } from '../plain-request'

/** The parts of a request that can show who has sent it. */
export interface Credentials {
  readonly method: string
  readonly headers: PlainHeaders
  readonly query: URLSearchParams
  /** The path segment before `/identity`, decoded. */
  readonly pathSecret?: string
  /** The address at the other end of the connection: the sender, or a proxy. */
  readonly remoteAddress?: string
  /** The bytes of the body. Absent: they were not read yet. */
  readonly body?: Uint8Array
}

/** `body_needed`: the bytes of the body decide. Call again with `body`. */
export type Verdict = 'accepted' | 'refused' | 'body_needed'

/** The places of secrets in a request, and a function that masks them for `/test`. */
export interface Secrets {
  readonly parameters: readonly string[]
  /** In lower case. */
  readonly headers: readonly string[]
  readonly inPath: boolean
  /** Replaces every secret in the text, in any spelling a URL or JSON may give it. */
  mask(text: string): string
}

/** Decides whether a request is accepted. `check` never throws. */
export interface Authenticator {
  readonly secrets: Secrets
  /** True when it reads `remoteAddress`. The log then says when the framework did not pass it on. Default: false. */
  readonly usesAddress?: boolean
  check(credentials: Credentials): Verdict
}

/** For an authenticator without secrets. */
export const noSecrets: Secrets = { parameters: [], headers: [], inPath: false, mask: (text) => text }

/** Accepts every request: `auth: 'none'`. */
export const anybody: Authenticator = { secrets: noSecrets, check: () => 'accepted' }
