import { describe, expect, it } from 'vitest'
import { preInvoice } from '../../test/samples'
import { checkCode, checkNumbers } from './check-numbers'
import { expectErr, expectOk } from '../../../../test-support/results'

describe('checkCode', () => {
  it('lets a whole number above 0 pass', () => {
    expect(expectOk(checkCode(8356))).toBe(8356)
  })

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %s, which would make a new contact', (code) => {
    expect(expectErr(checkCode(code))).toMatchObject({ kind: 'rejected', reasons: [{ field: 'code' }] })
  })
})

describe('checkNumbers', () => {
  it('lets the sample pass', () => {
    expect(checkNumbers(preInvoice).isOk()).toBe(true)
  })

  it('names every value that is not a number, in the head and in the rows', () => {
    const [first, second] = preInvoice.lines
    const lines = [first, { ...second, productCode: 'p', unit: 'عدد', quantity: Infinity, price: NaN, discount: 0 }]
    const broken = { ...preInvoice, customerCode: NaN, lines: lines.filter((line) => line !== undefined) }
    expect(expectErr(checkNumbers(broken))).toMatchObject({
      kind: 'rejected',
      reasons: [{ field: 'customerCode' }, { field: 'lines.1.quantity' }, { field: 'lines.1.price' }],
    })
  })
})
