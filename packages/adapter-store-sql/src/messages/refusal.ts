import { errorSaying, render, sayingOf, type Saying } from '@siagh-sync/sync-core/messages'
import { storeMessages } from './store-messages'

/** One of the store's messages, to be said in any language. */
export const storeSaying = sayingOf(storeMessages)

/** An error that a person reads, in English and to be said in any language. */
export function refusal(saying: Saying, options?: ErrorOptions): Error {
  return errorSaying(render(storeMessages, 'en', saying) ?? saying.code, saying, options)
}
