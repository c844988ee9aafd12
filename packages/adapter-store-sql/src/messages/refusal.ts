import { errorSaying, render, sayingOf, sayingOfError, type Saying } from '@siagh-sync/sync-core/messages'
import { storeMessages } from './store-messages'

/** One of the store's messages, to be said in any language. */
export const storeSaying = sayingOf(storeMessages)

/** An error that a person reads, in English and to be said in any language. */
export function refusal(saying: Saying, options?: ErrorOptions): Error {
  return errorSaying(render(storeMessages, 'en', saying) ?? saying.code, saying, options)
}

/** What a failure says: one of ours to be said in any language, one of a driver in its own words. */
export function reasonOf(cause: unknown): Saying | string {
  const saying = sayingOfError(cause)
  if (saying !== undefined) return saying
  // A host name with several addresses fails with an error for each, and no words of its own.
  if (cause instanceof AggregateError) return cause.errors.map(textOf).join(', ')
  return textOf(cause)
}

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
