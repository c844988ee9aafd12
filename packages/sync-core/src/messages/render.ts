import type { Language, MessageTable, Param, Saying } from './saying'

/** How numbers are written. Default: as they are, `1250`. */
export type WriteNumber = (number: number) => string

/** A placeholder, and where it is a number with a noun the two forms of that. */
const PLACEHOLDER = /\{(\w+)(?: ([^/}]+)\/([^}]+))?\}/g

/**
 * What is said, in a language. `undefined`: no message of the table has the code, as where a newer version has written it. A placeholder
 * that nothing is told for stays as it is.
 */
export function render(
  table: MessageTable,
  language: Language,
  { code, params = {} }: Saying,
  writeNumber: WriteNumber = String,
): string | undefined {
  const text = Object.hasOwn(table, code) ? table[code]?.[language] : undefined
  return text?.replace(
    PLACEHOLDER,
    (whole: string, name: string, one: string | undefined, many: string | undefined, at: number) => {
      const param = params[name]
      if (param === undefined) return whole
      const said = wordOf(table, language, param, writeNumber)
      // A reason may be a sentence of its own, with its full stop.
      const word = text[at + whole.length] === '.' ? said.replace(/\.$/, '') : said
      return one === undefined ? word : `${word} ${param === 1 ? one : (many ?? one)}`
    },
  )
}

function wordOf(table: MessageTable, language: Language, param: Param, writeNumber: WriteNumber): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return writeNumber(param)
  return render(table, language, param, writeNumber) ?? param.code
}
