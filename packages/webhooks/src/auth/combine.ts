import type { Authenticator, Credentials, Secrets, Verdict } from './authenticator'

/**
 * Accepts a request if at least one of the authenticators accepts it. All of them are asked each time. Throws when
 * there is none.
 */
export function anyOf(...authenticators: readonly Authenticator[]): Authenticator {
  return combine('anyOf', authenticators, (verdicts) => {
    if (verdicts.includes('accepted')) return 'accepted'
    return verdicts.includes('body_needed') ? 'body_needed' : 'refused'
  })
}

/**
 * Accepts a request if all of the authenticators accept it. All of them are asked each time. The body is read only
 * when none of the others refuses. Throws when there is none.
 */
export function allOf(...authenticators: readonly Authenticator[]): Authenticator {
  return combine('allOf', authenticators, (verdicts) => {
    if (verdicts.includes('refused')) return 'refused'
    return verdicts.includes('body_needed') ? 'body_needed' : 'accepted'
  })
}

function combine(
  name: string,
  authenticators: readonly Authenticator[],
  decide: (verdicts: readonly Verdict[]) => Verdict,
): Authenticator {
  if (authenticators.length === 0) throw new TypeError(`${name} needs at least one way to authenticate.`)
  return {
    secrets: joined(authenticators.map(({ secrets }) => secrets)),
    usesAddress: authenticators.some(({ usesAddress }) => usesAddress),
    check: (credentials: Credentials) =>
      decide(authenticators.map((authenticator) => authenticator.check(credentials))),
  }
}

function joined(all: readonly Secrets[]): Secrets {
  return {
    parameters: all.flatMap(({ parameters }) => parameters),
    headers: all.flatMap(({ headers }) => headers),
    inPath: all.some(({ inPath }) => inPath),
    mask: (text) => all.reduce((masked, secrets) => secrets.mask(masked), text),
  }
}
