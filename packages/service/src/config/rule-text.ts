import type { SiteRule } from '@siagh-sync/sync-core'

/** A part of the text of a table: `PI_5=2`. */
const PAIR = /^\s*([^=]*[^=\s])\s*=\s*(\S.*?)\s*$/

/** No rule of the core allows it, so the core refuses the setting and names it. */
const WRONG = Number.NaN

const READERS: Readonly<Record<SiteRule, (text: string) => unknown>> = {
  saleKind: readCode,
  saleModel: readCode,
  salesCentre: readCode,
  paymentKind: readCode,
  intermediary: (text) => (text === 'none' ? null : readCode(text)),
  title: String,
}

/**
 * Reads a rule that only the site knows from a text: one value, or a table by type code such as `PI_5=2, default=1`.
 * `none` is an intermediary that there is not. A text in another form gives a value that the core refuses.
 */
export function readSiteRule(rule: SiteRule, text: string): unknown {
  const valueOf = READERS[rule]
  if (!text.includes('=')) return valueOf(text.trim())
  const pairs = text.split(/[,،]/).map((part): readonly [string, unknown] => {
    const [, typeCode = '', value = ''] = PAIR.exec(part) ?? []
    return [typeCode, value === '' ? WRONG : valueOf(value)]
  })
  const isEachOnce = new Set(pairs.map(([typeCode]) => typeCode)).size === pairs.length
  return isEachOnce ? Object.fromEntries(pairs) : WRONG
}

function readCode(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : WRONG
}
