import type { InvalidChange } from './errors'
import type { IdentityType } from './types'

/** The error for one wrong field of a caller's input. */
export function invalidChange(path: string, message: string): InvalidChange {
  return { kind: 'invalid_change', retryable: false, message: `${path} ${message}`, issues: [{ path, message }] }
}

/** For callers without types. The type may be missing. */
export function isIdentityType(type: string | undefined): type is IdentityType | undefined {
  return type === undefined || type === 'person' || type === 'organization'
}
