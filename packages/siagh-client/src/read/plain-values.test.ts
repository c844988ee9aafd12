import { describe, expect, it } from 'vitest'
import { plainValues } from './plain-values'

const fields = { numbers: ['Code'], flags: ['IsActive'] }

describe('plainValues', () => {
  it.each([
    [
      { Code: '12', IsActive: true },
      { Code: 12, IsActive: true },
    ],
    [
      { Code: ' 12 ', IsActive: 1 },
      { Code: 12, IsActive: true },
    ],
    [
      { Code: 12, IsActive: 'False' },
      { Code: 12, IsActive: false },
    ],
    [
      { Code: 12, IsActive: '0' },
      { Code: 12, IsActive: false },
    ],
    [
      { Code: '12a', IsActive: 'yes' },
      { Code: '12a', IsActive: 'yes' },
    ],
    [
      { Code: '', IsActive: 2 },
      { Code: '', IsActive: 2 },
    ],
    [{ Name: '7' }, { Name: '7' }],
    [null, null],
    [['Code'], ['Code']],
  ])('reads %j', (body, plain) => {
    expect(plainValues(body, fields)).toEqual(plain)
  })

  it('hands on the same object where nothing has to change', () => {
    const row = { Code: 12, IsActive: true, Name: '7' }
    expect(plainValues(row, fields)).toBe(row)
  })
})
