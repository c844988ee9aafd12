import { undoSpreadsheet } from '../iran/spreadsheet'
import { normalizeText, showGaps } from '../iran/text'

/** How the CRM's customer number names a Siagh `Code`. `decode(encode(code))` is `code`. */
export interface CustomerNumberCodec {
  /** `null`: the text names no code, whatever else it may be. Persian and Arabic digits read as Latin ones. */
  decode(text: string): number | null
  encode(code: number): string
}

/** The customer number is the `Code` itself. */
export function plain(): CustomerNumberCodec {
  return prefixed({ prefix: '', offset: 0 })
}

/**
 * The customer number is `prefix`, then `Code` + `offset`: with `{ prefix: '100-', offset: 1000 }` code 8 is `100-1008`.
 * A number without the prefix, or not above `offset`, names no code.
 */
export function prefixed({ prefix, offset }: { prefix: string; offset: number }): CustomerNumberCodec {
  if (!Number.isSafeInteger(offset)) throw new Error(`The offset of a customer number must be a whole number`)
  const start = normalizeText(prefix)
  return {
    decode(text) {
      const folded = normalizeText(showGaps(text))
      if (!folded.startsWith(start)) return null
      const digits = undoSpreadsheet(folded.slice(start.length).trim()).text
      if (!/^\d{1,15}$/.test(digits)) return null
      const code = Number(digits) - offset
      return code > 0 ? code : null
    },
    encode: (code) => `${prefix}${code + offset}`,
  }
}
