/**
 * Spells any text in letters, digits and `_ . / -`, so that it can be a name in either engine: BullMQ allows no `:`, JSON in
 * PostgreSQL no NUL and no half of a surrogate pair. Usual keys stay as they are; different texts stay different.
 */
export function encodeText(text: string): string {
  if (text === '') return '~~'
  return text.replace(/[^\w./-]/g, (unit) => `~${unit.charCodeAt(0).toString(16)}~`)
}

/** The text that `encodeText` was given. */
export function decodeText(encoded: string): string {
  return encoded.replace(/~([0-9a-f]*)~/g, (_, hex: string) =>
    hex === '' ? '' : String.fromCharCode(parseInt(hex, 16)),
  )
}
