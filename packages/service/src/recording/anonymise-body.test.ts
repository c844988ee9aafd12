import { describe, expect, it } from 'vitest'
import { createAnonymiser } from './anonymise-body'
import { createSecretOrder } from './secret-order'

const anonymiserOf = (seed: number) => createAnonymiser(createSecretOrder(Buffer.alloc(32, seed)))
const name = 'سارا کاشانی مهر'

describe('a name in UTF-8 that was read in another encoding', () => {
  it.each(['latin1', 'windows-1252', 'windows-1256'])('leaves no sign that tells a letter: %s', (encoding) => {
    const bytes = Buffer.from(name, 'utf8')
    const garbled = encoding === 'latin1' ? bytes.toString('latin1') : new TextDecoder(encoding).decode(bytes)
    const signs = new Set(garbled.replace(/[\s\p{L}\p{N}]/gu, ''))
    expect(signs.size).toBeGreaterThan(2)
    const made = anonymiserOf(3).text(garbled)
    expect(Array.from(made).filter((sign) => signs.has(sign))).toEqual([])
    expect(made).toHaveLength(garbled.length)
    expect(anonymiserOf(3).text(garbled)).toBe(made)
  })
})

it('leaves no sign of a name, and the signs of ASCII', () => {
  expect(anonymiserOf(3).text('❤™ +98 <5> 🚀|=')).toMatch(/^●● \+\d\d <\d> 😀\|=$/u)
})

describe('a date of birth', () => {
  it.each([
    ['in a field of that name', { birthDate: '1981-04-23T00:00:00' }],
    ['in a custom field', { name: 'زادروز', userKey: 'Zad', value: '1981-04-23' }],
    ['of the Jalali calendar, in a custom field', { name: 'زادروز', userKey: 'Zad', value: '1360/02/03' }],
    ['in a text', { remarks: 'متولد ۱۳۶۰/۰۲/۰۳' }],
    ['in a field of Siagh', { ctrlValues: 'tarikhtavalod=1360/02/03' }],
  ])('keeps no year: %s', (_what, value) => {
    const made = Array.from({ length: 40 }, (_, seed) => JSON.stringify(anonymiserOf(seed).json(value)))
    const found = made.map((text) => /[1۱][0-9۰-۹]{3}(?=[-/])/.exec(text)?.[0])
    expect(new Set(found).size).toBeGreaterThan(10)
  })
})

it.each(['۲۰۲۵-۱۲-۲۱', '۲۰۲۵-۱۲-۲۱T۱۰:۲۳:۴۵', '٢٠٢٥-١٢-٢١', '۱۴۰۴/۰۹/۳۰', '۱۳۶۰/۰۲/۰۳'])(
  'makes up a date in any digits: %s',
  (date) => {
    const made = Array.from({ length: 40 }, (_, seed) => anonymiserOf(seed).text(date))
    expect(new Set(made).size).toBeGreaterThan(10)
    expect(made.filter((text) => text.length !== date.length || /[0-9]/.test(text))).toEqual([])
  },
)

it('moves a date that stands for no date, and that of a document, as before', () => {
  const made = anonymiserOf(3).json({ modifyDate: '2025-12-21T10:00:00', createDate: '0001-03-21T00:00:00' })
  expect(JSON.stringify(made)).toMatch(/202[56]-\d\d-\d\dT.*000[01]-\d\d-\d\dT00:00:00/)
})

it.each(['Password', 'UserPassword', 'pwd', 'passwd'])('makes nothing of a password, whatever it says: %s', (field) => {
  expect(anonymiserOf(3).json({ [field]: 'Person' })).toEqual({ [field]: 'no-real-password' })
})
