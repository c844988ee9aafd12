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
