import type { Language, MessageTable, Param, Saying } from './saying'

/** How numbers are written. Default: as they are, `1250`. */
export type WriteNumber = (number: number) => string

/** A placeholder, and where it is a number with a noun the two forms of that. */
const PLACEHOLDER = /\{(\w+)(?: ([^/}]+)\/([^}]+))?\}/g

/** Placeholders whose text, if it is no message of ours, comes from another program: a server, a driver, the system. */
const OF_ANOTHER_PROGRAM: ReadonlySet<string> = new Set(['reason', 'fault', 'what'])

/**
 * Renders a saying in a language. Returns `undefined` if the table has no message with this code: a newer version may
 * have written it. A placeholder without a parameter stays as it is. In a Persian sentence, English words of another
 * program are marked with the message `words_of_program`, if the table has it.
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
      // The reason may be a whole sentence with its full stop.
      const phrase = text[at + whole.length] === '.' ? said.replace(/\.$/, '') : said
      const isForeign = typeof param === 'string' && OF_ANOTHER_PROGRAM.has(name) && language === 'fa'
      const word = isForeign ? marked(table, phrase) : phrase
      return one === undefined ? word : `${word} ${param === 1 ? one : (many ?? one)}`
    },
  )
}

function wordOf(table: MessageTable, language: Language, param: Param, writeNumber: WriteNumber): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return writeNumber(param)
  return render(table, language, param, writeNumber) ?? param.code
}

/** Marks an English sentence within Persian text. A code such as `ECONNREFUSED` and Persian text stay as they are. */
function marked(table: MessageTable, words: string): string {
  const isEnglish = /[A-Za-z]\S* /.test(words) && !/\p{Script=Arabic}/u.test(words)
  return isEnglish ? (render(table, 'fa', { code: 'words_of_program', params: { words } }) ?? words) : words
}
