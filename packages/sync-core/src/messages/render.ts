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
  return text?.replace(PLACEHOLDER, (whole, name: string, one?: string, many?: string) => {
    const param = params[name]
    if (param === undefined) return whole
    const word = wordOf(table, language, param, writeNumber)
    return one === undefined ? word : `${word} ${param === 1 ? one : (many ?? one)}`
  })
}

function wordOf(table: MessageTable, language: Language, param: Param, writeNumber: WriteNumber): string {
  if (typeof param === 'string') return param
  if (typeof param === 'number') return writeNumber(param)
  return render(table, language, param, writeNumber) ?? param.code
}
