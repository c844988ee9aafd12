import {
  coreMessages,
  errorSaying,
  render,
  sayingOf,
  type MessageText,
  type Said,
  type Saying,
} from '@siagh-sync/sync-core/messages'
import { storeMessages } from '@siagh-sync/adapter-store-sql/messages'
import { apiMessages } from './api-messages'
import { configMessages } from './config-messages'
import { envFileMessages } from './env-file-messages'
import { recordingMessages } from './recording-messages'
import { settingMessages } from './setting-messages'

/** Everything that the service says to a person, with what the core says, by its code. */
export const serviceMessages = {
  ...coreMessages,
  ...apiMessages,
  ...configMessages,
  ...envFileMessages,
  ...recordingMessages,
  ...settingMessages,
  ...storeMessages,
} satisfies Readonly<Record<string, MessageText>>

/** One of these messages, to be said in any language. */
export const serviceSaying = sayingOf(serviceMessages)

/** What is said, in English. */
export function inEnglish(saying: Saying | string): string {
  return typeof saying === 'string' ? saying : (render(serviceMessages, 'en', saying) ?? saying.code)
}

/** An error that says this, for who opens or starts something. It may have a cause in which no password stands. */
export function refusal(saying: Saying, options?: ErrorOptions): Error {
  return errorSaying(inEnglish(saying), saying, options)
}

/** A message and its lines in English. */
export function saidInEnglish({ message, details }: Said): {
  readonly message: string
  readonly details: readonly string[]
} {
  return { message: inEnglish(message), details: details.map(inEnglish) }
}
