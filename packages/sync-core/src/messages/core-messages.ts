import type { RecordKey } from '../types'
import { apiMessages } from './api-messages'
import { contactMessages } from './contact-messages'
import { sayingOf, type ParamsOf } from './define-messages'
import { documentMessages } from './document-messages'
import { fieldMessages } from './field-messages'
import { fieldPlaces, fieldWords } from './field-words'
import { heldMessages } from './held-messages'
import { kindMessages } from './kind-messages'
import { readingMessages } from './reading-messages'
import { render } from './render'
import { runMessages } from './run-messages'
import type { MessageText, Saying, Worded } from './saying'
import { errorWords, outcomeWords, programWords, recordWords, systemWords, triggerWords, warningWords } from './words'

/** Everything that the core says to a person, by its code. */
export const coreMessages = {
  ...apiMessages,
  ...contactMessages,
  ...documentMessages,
  ...fieldMessages,
  ...fieldPlaces,
  ...fieldWords,
  ...heldMessages,
  ...kindMessages,
  ...readingMessages,
  ...runMessages,
  ...errorWords,
  ...outcomeWords,
  ...programWords,
  ...recordWords,
  ...systemWords,
  ...triggerWords,
  ...warningWords,
} satisfies Readonly<Record<string, MessageText>>

/** One of the core's messages, to be said in any language. */
export const coreSaying = sayingOf(coreMessages)

/** The record that a message is about, with its kind as a word: `invoice`, `فاکتور`. */
export function recordParams({ kind, id }: RecordKey): { readonly kind: Saying; readonly id: string } {
  return { kind: coreSaying(`record_${kind}`), id }
}

/** The same as the part of an error: with its English text, for logs and programs. */
export function worded<Code extends keyof typeof coreMessages>(
  code: Code,
  ...params: ParamsOf<(typeof coreMessages)[Code]>
): Worded {
  const saying = coreSaying(code, ...params)
  return { message: render(coreMessages, 'en', saying) ?? saying.code, saying }
}
