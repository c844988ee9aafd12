import { coreSaying } from './core-messages'
import { fieldWords } from './field-words'
import type { Saying } from './saying'

/** A field as people call it, as in `line 1, quantity (details.0.count)`. One that nobody has a word for is its path alone. */
export function nameField(path: string): Saying | string {
  const [, index, ofLine] = /^details\.(\d+)\.(\w+)$/.exec(path) ?? []
  const code = `field_${ofLine ?? path}`
  if (!Object.hasOwn(fieldWords, code)) return path
  const field = { code }
  if (index === undefined) return coreSaying('field_called', { field, path })
  return coreSaying('field_of_line', { line: Number(index) + 1, field, path })
}
