import type { Failure } from '../src/failure'
import { inEnglish } from '../src/messages/cli-messages'
import { createSpeech } from '../src/speech/speech'

/** How a command speaks where nobody asks for another language. */
export const english = createSpeech({ language: 'en', digits: 'latin' })

/** What a failure says, in English. */
export function toldBy({ exitCode, said }: Failure) {
  return { exitCode, message: inEnglish(said.message), details: said.details.map(inEnglish) }
}
