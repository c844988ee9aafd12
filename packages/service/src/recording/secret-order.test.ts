import { describe, expect, it } from 'vitest'
import { createSecretOrder } from './secret-order'

const order = createSecretOrder(Buffer.alloc(32, 3))

describe('the permutation of digits', () => {
  it.each([1, 2, 3, 4])('gives every text of %i digits another one, and none twice', (count) => {
    const all = Array.from({ length: 10 ** count }, (_, index) => String(index).padStart(count, '0'))
    const made = all.map((digits) => order.digits(digits))
    expect(new Set(made)).toEqual(new Set(all))
    expect(made.filter((digits, index) => digits === all[index])).toEqual([])
  })

  it('gives no two longer texts the same one', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => String(1_000_000 + 7 * index))
    const made = all.map((digits) => order.digits(digits))
    expect(new Set(made).size).toBe(all.length)
    expect(made.every((digits) => /^\d{7}$/.test(digits))).toBe(true)
  })

  it('keeps texts among those that are alike', () => {
    const isEven = (digits: string) => Number(digits.at(-1)) % 2 === 0
    const made = Array.from({ length: 500 }, (_, index) => order.digits(String(100_000 + 2 * index), isEven))
    expect(made.every(isEven)).toBe(true)
    expect(new Set(made).size).toBe(500)
  })

  it('takes digits of any count', () => {
    const long = '1234567890'.repeat(12)
    expect(order.digits(long)).toMatch(/^\d{120}$/)
    expect(order.digits(long)).not.toContain('1234567890')
  })

  it('is another one under another key', () => {
    const other = createSecretOrder(Buffer.alloc(32, 4))
    expect(other.digits('0012345679')).not.toBe(order.digits('0012345679'))
  })
})
