import { cliMessages } from '../messages/cli-messages'
import type { Speech } from './speech'

/** Names of fields as a list: in Persian by the words that people use, in English as a program knows them. */
export function fieldList(speech: Speech, fields: readonly string[]): string {
  if (speech.language === 'en') return speech.list(fields)
  return speech.list(
    fields.map((field) => {
      const code = `field_${field}`
      return Object.hasOwn(cliMessages, code) ? speech.tell({ code }) : field
    }),
  )
}
