import type { Saying } from './saying'

/** An error whose message a person reads, in English and as something to be said in any language. */
export function errorSaying(message: string, saying: Saying, options?: ErrorOptions): Error {
  return Object.assign(new Error(message, options), { saying })
}

/** What an error says, where it was made by `errorSaying`. */
export function sayingOfError(error: unknown): Saying | undefined {
  if (!(error instanceof Error) || !('saying' in error)) return undefined
  const { saying } = error
  return typeof saying === 'object' && saying !== null && 'code' in saying ? (saying as Saying) : undefined
}

/** What a failure says: one of ours to be said in any language, one of a driver in its own words. */
export function reasonOf(cause: unknown): Saying | string {
  return sayingOfError(cause) ?? textOf(cause).replace(/\.$/, '')
}

/** The words of an error. A host name with several addresses fails with an error for each, and no words of its own. */
export function textOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return cause.errors.map(textOf).join(', ')
  return cause instanceof Error ? cause.message : String(cause)
}
