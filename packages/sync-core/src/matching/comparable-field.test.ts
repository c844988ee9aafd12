import { describe, expect, it } from 'vitest'
import { comparableField } from './comparable-field'

const person = (field: string, value: unknown) => comparableField(field, value, 'person')

describe('comparableField', () => {
  it.each([
    ['mobileno', '۰۹۰۰-۰۰۰۰۰۲۶', '09000000026'],
    ['telno', '+98 31 00000014', '03100000014'],
    ['mobileno', '0912 000 0001 - 0912 000 0002', '09120000001'],
    ['passno', '34474102', '0034474102'],
    ['fullname', 'مهدي  نمونه‌پور', 'مهدی نمونه پور'],
  ])('takes two forms of one %s for the same: %s', (field, held, wanted) => {
    expect(person(field, held)).toBe(person(field, wanted))
  })

  it.each([
    ['mobileno', '09120000001', '09120000002'],
    ['telno', '', '03100000014'],
    ['telno', 'داخلی ۲', 'داخلی ۳'],
    ['passno', '0034474102', '0034474103'],
    ['isactive', true, false],
  ])('tells two values of %s apart: %s', (field, held, wanted) => {
    expect(person(field, held)).not.toBe(person(field, wanted))
  })
})
