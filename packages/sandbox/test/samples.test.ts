import { expect, test } from 'vitest'
import {
  createSandbox,
  sampleCompanies,
  sampleContacts,
  sampleDocuments,
  samplePeople,
  type CrmDocument,
} from '../src/index'
import { mobilesIn } from '../src/persian/phone-numbers'

const textOf = (samples: unknown) => JSON.stringify(samples)

test('the same seed makes the same samples, another one others', () => {
  for (const make of [samplePeople, sampleCompanies, sampleContacts]) {
    expect(make(50, 7)).toEqual(make(50, 7))
    expect(textOf(make(50, 7))).not.toBe(textOf(make(50, 8)))
  }
  expect(sampleDocuments(9, ['a'], 7)).toEqual(sampleDocuments(9, ['a'], 7))
})

test.each([
  ['Arabic letters', /[يك]/],
  ['Persian letters', /[یک]/],
  ['half-spaces', /\u200c/],
  ['Persian digits', /[۰-۹]{7}/],
  ['Arabic digits', /[٠-٩]{7}/],
  ['+98', /"\+989\d{9}/],
  ['0098', /"00989\d{9}"/],
  ['98 alone', /"989\d{9}"/],
  ['no zero in front', /"9\d{9}"/],
])('people and contacts come with %s', (_name, pattern) => {
  expect(textOf(samplePeople(300))).toMatch(pattern)
  expect(textOf(sampleContacts(300))).toMatch(pattern)
})

test('some contacts hold several numbers in one field, and no number occurs twice', () => {
  const fields = sampleContacts(2000).map(({ MobileNo }) => mobilesIn(MobileNo ?? null))
  expect(fields.some((numbers) => numbers.length > 1)).toBe(true)
  const numbers = fields.flat()
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.every((number) => /^90\d{8}$/.test(number))).toBe(true)
})

const passesChecksum = (code: string): boolean => {
  const digits = Array.from(code.padStart(10, '0'), Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  const rest = sum % 11
  return digits[9] === (rest < 2 ? rest : 11 - rest)
}

test('most national codes are right, some have lost their zeros, some are wrong', () => {
  const codes = samplePeople(500).flatMap(({ nationalCode = '' }) => (nationalCode === '' ? [] : [nationalCode]))
  const right = codes.filter(passesChecksum)
  expect(right.length).toBeGreaterThan(codes.length * 0.8)
  expect(right.length).toBeLessThan(codes.length)
  expect(right.some((code) => code.length === 8)).toBe(true)
  expect(right.some((code) => code.length === 10 && code.startsWith('00'))).toBe(true)
})

const linesOf = ({ details }: CrmDocument, amount: keyof CrmDocument['details'][number]) =>
  details.reduce((sum, line) => sum + Number(line[amount]), 0)

test('documents add up', () => {
  const { crm } = createSandbox()
  for (const fields of sampleDocuments(40, ['c1', 'c2'])) crm.createInvoice(fields)
  const documents = crm.documents()
  expect(documents.some(({ discount }) => discount > 0)).toBe(true)
  for (const document of documents) {
    expect(document.totalValue).toBeCloseTo(linesOf(document, 'totalUnitPrice'), 4)
    const own = document.discount - linesOf(document, 'totalDiscount')
    expect(document.vat).toBeCloseTo(linesOf(document, 'totalVat') - own / 10, 4)
    const net = document.totalValue - document.discount
    expect(document.finalValue).toBeCloseTo(net + document.vat, 3)
    expect(document.finalValue).toBeCloseTo(net * 1.1, 3)
  }
  expect(new Set(documents.map(({ identityId }) => identityId))).toEqual(new Set(['c1', 'c2']))
})

test('Siagh starts with as many contacts as asked for, the administrator among them', () => {
  expect(createSandbox({ contacts: 0 }).siagh.contacts()).toEqual([])
  const { siagh } = createSandbox({ contacts: 200 })
  expect(siagh.contacts()).toHaveLength(200)
  expect(siagh.contacts().filter(({ IsAdminUser }) => IsAdminUser)).toHaveLength(1)
  expect(siagh.contacts().some(({ TowardType }) => TowardType)).toBe(true)
})
