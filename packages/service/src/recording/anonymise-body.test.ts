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
  expect(JSON.stringify(anonymiserOf(3).json({ [field]: 'Person' }))).toMatch(/^\{"\w+":"no-real-password"\}$/)
})

describe('the name of a field', () => {
  const namesIn = (value: unknown) => Object.keys(anonymiserOf(3).json(value) as object)

  it.each([
    'NationalCode',
    'nationalcode',
    'totalUnitPrice',
    'gn_web_users.mobileno'.split('.')[0] ?? '',
    'identityId',
    '__uid',
    'ExceptionMessage',
  ])('stays where it belongs to the interface: %s', (name) => {
    expect(namesIn({ [name]: '1' })).toEqual([name])
  })

  it.each([
    ['a national code', '0012345679', /^00\d{8}$/],
    ['a number', '4411223344', /^\d{10}$/],
    ['a telephone number', '09121234567', /^09\d{9}$/],
    ['a telephone number in Persian digits', '۰۹۱۲۱۲۳۴۵۶۷', /^۰۹[۰-۹]{9}$/],
    ['a name', 'Zanjani', /^[A-Z][a-z]{6}$/],
    ['a name of Persian letters', 'کاشانی', /^\p{L}{6}$/u],
    ['a name with an underscore', 'sara_zanjani', /^[a-z]{4}_[a-z]{7}$/],
    ['an id', '2b1f0c6e-0000-4000-8000-0000000000ab', /^[0-9a-f-]{36}$/],
    ['an address of a mailbox', 'zanjani@example.com', /^[a-z]{7}@[a-z]{7}\.com$/],
    ['a name of the language', '__proto__', /^__[a-z]{5}__$/],
    ['another name of the language', 'constructor', /^[a-z]{11}$/],
  ])('is made up where it is %s, the same as in a value', (_what, name, shape) => {
    const made = anonymiserOf(3).json(JSON.parse(JSON.stringify([{ x: name }, 0]).replace('"x"', JSON.stringify(name))))
    const [object] = made as [object]
    const [[key, value] = ['', undefined]] = Object.entries(object)
    expect(key).toMatch(shape)
    expect(key).not.toBe(name)
    expect(value).toBe(key)
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
  })

  it('keeps its value where the language has such a name too', () => {
    const made = anonymiserOf(3).json(JSON.parse('{"toString":{"Code":8356},"__proto__":{"Code":8356},"valueOf":8356}'))
    const { Code } = anonymiserOf(3).json({ Code: 8356 }) as { Code: number }
    expect(Object.values(made as object)).toEqual([{ Code }, { Code }, Code])
  })

  it('is made up in the pairs of a form, and in JSON within a text', () => {
    const made = JSON.stringify(
      anonymiserOf(3).json({
        ctrlValues: 'sl_sanad.zanjani=1|09121234567=2',
        dataRows: '[{"zanjani":{"newValue":1}}]',
      }),
    )
    expect(made).toContain('sl_sanad.')
    expect(made).not.toMatch(/zanjani|9121234567/)
  })

  it('loses no field where short names become the same one', () => {
    const letters = Object.fromEntries(Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [letter, 1]))
    expect(namesIn(letters)).toHaveLength(26)
  })
})

describe('a text behind escapes', () => {
  const once = encodeURIComponent(name)
  it.each([
    ['a percent sign', once],
    ['percent signs of percent signs', encodeURIComponent(once)],
    ['three times percent signs', encodeURIComponent(encodeURIComponent(once))],
    [
      'JSON in JSON',
      JSON.stringify(JSON.stringify(name).replace(/[^ -~]/g, (s) => `\\u0${s.charCodeAt(0).toString(16)}`)),
    ],
    ['references of HTML', name.replace(/\S/gu, (s) => `&#${s.charCodeAt(0)};`)],
  ])('is read before it is replaced: %s', (_what, written) => {
    expect(anonymiserOf(3).text(written)).toContain(anonymiserOf(3).text('کاشانی'))
  })
})

it('tells nothing of the marks on letters', () => {
  const made = anonymiserOf(3).text('مُحَمَّدِي e\u0301\u0308')
  expect(made).not.toMatch(/[\u064f\u0651\u0650\u0308]/)
})

/** Very many signs of kinds that a server or an attacker may send. */
it.each([
  ['signs of a token', '-'.repeat(200_000)],
  ['equals signs and one letter', `${'='.repeat(200_000)}a`],
  ['coded bytes', Buffer.alloc(150_000, 'Zanjani 12 Kashani').toString('base64')],
  ['digits', '1234567890'.repeat(20_000)],
  ['letters', 'x'.repeat(200_000)],
  ['percent signs', '%25'.repeat(70_000)],
  ['backslashes', '\\'.repeat(200_000)],
  ['garbled letters', 'ط§'.repeat(100_000)],
  ['brackets', '['.repeat(200_000)],
  ['spaces', ' '.repeat(200_000)],
  ['pairs', 'a=|'.repeat(70_000)],
])('is done with very many signs in time that grows with them only: %s', { timeout: 60_000 }, (_what, text) => {
  const made = anonymiserOf(3).json({ ctrlValues: text, remarks: text, [text]: text })
  expect(Object.keys(made as object)).toHaveLength(3)
})
