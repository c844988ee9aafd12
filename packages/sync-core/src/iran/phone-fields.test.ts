import { expect, test } from 'vitest'
import { PHONE_FIELDS } from '../../test/phone-fields'
import { choosePhones } from '../identity/choose-phones'

const WORDS = { '?': 'phone_not_understood', '+': 'phone_left_out' } as const

test.each(PHONE_FIELDS)(
  '%j is the mobile %j and the landline %j, and tells %j',
  (phoneNumber, mobileno, telno, told) => {
    const warnings = Object.entries(WORDS).flatMap(([sign, warning]) => (told.includes(sign) ? [warning] : []))
    expect(choosePhones([{ phoneNumber }])).toEqual({ mobileno, telno, warnings })
  },
)

test('there are many of them', () => {
  expect(new Set(PHONE_FIELDS.map(([field]) => field)).size).toBeGreaterThan(650)
})
