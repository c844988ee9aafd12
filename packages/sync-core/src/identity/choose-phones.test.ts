import { describe, expect, test } from 'vitest'
import { choosePhones } from './choose-phones'

const phone = (phoneNumber: string, more: object = {}) => ({ phoneNumber, ...more })

describe('the phones of a contact', () => {
  test('digits decide what a number is, not its type', () => {
    expect(
      choosePhones([phone('02188000008', { phoneType: 'Mobile' }), phone('۰۹۱۲۰۰۰۰۰۰۳', { phoneType: 'دفتر' })]),
    ).toEqual({
      mobileno: '09120000003',
      telno: '02188000008',
      warnings: [],
    })
  })

  test('the default phone comes first, and a second of a kind is left out with a warning', () => {
    expect(choosePhones([phone('09120000003'), phone('09350000004', { default: true })])).toEqual({
      mobileno: '09350000004',
      telno: '',
      warnings: ['phone_left_out'],
    })
  })

  test('the same number twice is one number', () => {
    expect(choosePhones([phone('09120000003'), phone('+98 912 000 0003')]).warnings).toEqual([])
    expect(choosePhones([phone('021-88000008'), phone('88000008')]).warnings).toEqual([])
  })

  test('a number without area code serves where there is no other landline', () => {
    expect(choosePhones([phone('88000008')]).telno).toBe('88000008')
    expect(choosePhones([phone('88000008'), phone('02166000006')])).toMatchObject({
      telno: '02166000006',
      warnings: ['phone_left_out'],
    })
  })

  test('what cannot be read is left away with a warning', () => {
    expect(choosePhones([phone('زنگ نزنید'), phone('09120000003'), {}])).toEqual({
      mobileno: '09120000003',
      telno: '',
      warnings: ['phone_not_understood'],
    })
  })
})
