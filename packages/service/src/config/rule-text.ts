/** A part of the text of a table: `PI_5=2`. */
const PAIR = /^\s*([^=]*[^=\s])\s*=\s*(\S.*?)\s*$/

/** No rule of the core allows it, so the core refuses the setting and names it. */
const WRONG = Number.NaN

/**
 * Reads a rule that may depend on the document: one value, or a table by type code such as `PI_5=2, default=1`. A text
 * in another form gives a value that the core refuses.
 */
export function readRuleText(text: string, valueOf: (text: string) => unknown): unknown {
  if (!text.includes('=')) return valueOf(text.trim())
  const pairs = text.split(/[,،]/).map((part): readonly [string, unknown] => {
    const [, typeCode = '', value = ''] = PAIR.exec(part) ?? []
    return [typeCode, value === '' ? WRONG : valueOf(value)]
  })
  const isEachOnce = new Set(pairs.map(([typeCode]) => typeCode)).size === pairs.length
  return isEachOnce ? Object.fromEntries(pairs) : WRONG
}

/** Reads the value of a rule that is a code of Siagh. */
export function readCodeText(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : WRONG
}

/** Reads the value of a rule that is a code of Siagh, or `none`. */
export function readCodeOrNoneText(text: string): number | null {
  return text === 'none' ? null : readCodeText(text)
}
