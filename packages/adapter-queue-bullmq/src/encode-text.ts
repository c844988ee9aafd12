/**
 * Writes any text in letters, digits and `_ . / -`, so that both engines accept it as a name: BullMQ allows no `:`,
 * and JSON in PostgreSQL allows no NUL and no half of a surrogate pair. Usual keys do not change. Different texts
 * stay different.
 */
export function encodeText(text: string): string {
  if (text === '') return '~~'
  return text.replace(/[^\w./-]/g, (unit) => `~${unit.charCodeAt(0).toString(16)}~`)
}

/** Reads a text that `encodeText` has written. */
export function decodeText(encoded: string): string {
  return encoded.replace(/~([0-9a-f]*)~/g, (_, hex: string) =>
    hex === '' ? '' : String.fromCharCode(parseInt(hex, 16)),
  )
}
