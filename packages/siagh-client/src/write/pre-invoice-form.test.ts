import { describe, expect, it } from 'vitest'
import { preInvoice } from '../../test/samples'
import { splitPairs } from '../../test/split-pairs'
import { toPreInvoiceForm } from './pre-invoice-form'

describe('toPreInvoiceForm', () => {
  it('sends an intermediary that is not given empty', () => {
    const { intermediary: _, ...without } = preInvoice
    expect(splitPairs(toPreInvoiceForm(without).ctrlValues)).toContainEqual(['sl_sanad.codevaseteh', ''])
  })

  it('keeps remarks and the id out of the other pairs', () => {
    const form = toPreInvoiceForm({ ...preInvoice, remarks: 'a|sl_sanad.codemoshtari=1', suid: 'x|_In_EditKeys=1' })
    expect(splitPairs(form.ctrlValues)).toHaveLength(12)
    expect(splitPairs(form.ctrlValues)).toContainEqual(['sl_sanad.codemoshtari', '5500014'])
    expect(splitPairs(form.parameters).map(([name]) => name)).toEqual(['_In_EditKeys', '_In_Suid', 'nocheck'])
  })

  it('numbers the rows from 1 and keeps a unit with quotes and line breaks inside its row', () => {
    const [line] = preInvoice.lines
    const lines = [0, 1, 2].map(() => ({
      ...line,
      productCode: 'p',
      unit: '"}]\n|',
      quantity: 1,
      price: 1,
      discount: 0,
    }))
    const [grid] = JSON.parse(toPreInvoiceForm({ ...preInvoice, lines }).dataRows) as [
      { data: Record<string, unknown>[] },
    ]
    expect(grid.data.map((row) => row['radif'])).toEqual(
      ['1', '2', '3'].map((newValue) => ({ oldValue: null, newValue })),
    )
    expect(grid.data[2]?.['nameunit']).toEqual({ oldValue: null, newValue: '"}]\n|' })
  })
})
