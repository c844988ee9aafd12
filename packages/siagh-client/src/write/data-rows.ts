import type { PreInvoiceLine } from '../types'

/**
 * The grid of a pre-invoice as text for `dataRows`. The keys have the same order as in the requests of the live
 * installation, and the same numbers are text.
 */
export function toDataRows(lines: readonly PreInvoiceLine[]): string {
  return JSON.stringify([{ name: 'dbgrid1', entity: 'sl_rizsanad', keyField: 'coderiz', data: lines.map(toRow) }])
}

function toRow(line: PreInvoiceLine, index: number) {
  return {
    __uid: both(`item-${index}`),
    _status: both('inserted'),
    codekala: inserted(line.productCode),
    nameunit: inserted(line.unit),
    qty: inserted(line.quantity),
    mabtakhfif: inserted(line.discount),
    vazn: inserted('0'),
    hajm: inserted('0'),
    price: inserted(line.price),
    radif: inserted(String(index + 1)),
    finalqty: inserted(line.quantity),
    takhfif: inserted(null),
    sumamelinc: inserted(null),
    sumameldec: inserted(null),
  }
}

function both(text: string) {
  return { oldValue: text, newValue: text }
}

function inserted(value: string | number | null) {
  return { oldValue: null, newValue: value }
}
