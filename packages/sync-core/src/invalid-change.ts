import type { InvalidChange } from './errors'
import type { IdentityType } from './types'

/** One field of what a caller gave is not what it has to be. */
export function invalidChange(path: string, message: string): InvalidChange {
  return { kind: 'invalid_change', retryable: false, message: `${path} ${message}`, issues: [{ path, message }] }
}

/** For callers without types; a type may be missing. */
export function isIdentityType(type: string | undefined): type is IdentityType | undefined {
  return type === undefined || type === 'person' || type === 'organization'
}
