import type { Result } from 'neverthrow'

/** What nothing in a demo keeps from being there. Throws where something does. */
export function valueOf<T>(result: Result<T, { readonly message: string }>): T {
  if (result.isErr()) throw new Error(result.error.message)
  return result.value
}
