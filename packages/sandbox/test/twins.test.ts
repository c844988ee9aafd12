import { expect, test } from 'vitest'
import { createSandbox, sampleTwins, twinTies, type SampleTwin, type SiaghRow } from '../src/index'
import { latinDigits } from '../src/persian/digits'
import { foldedPhone, mobilesIn } from '../src/persian/phone-numbers'

const { siagh } = createSandbox({ contacts: 1_500 })
const contacts = siagh.contacts()
const twins = sampleTwins(contacts, 600)

const contactOf = (code: number | undefined): SiaghRow => {
  const contact = contacts.find(({ Code }) => Code === code)
  if (contact === undefined) throw new Error(`no contact ${String(code)}`)
  return contact
}

/** A text as a reader sees it, whatever the keyboard and the spaces. */
const seen = (text: string | null | undefined) =>
  (text ?? '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\u200c ]+/g, ' ')
    .trim()
const codeSeen = (text: string | null | undefined) =>
  latinDigits(text ?? '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
const phonesIn = ({ fields }: SampleTwin) => (fields.phoneContacts ?? []).map(({ phoneNumber = '' }) => phoneNumber)

/** Whether the identity shows this about the contact. */
const shares = (twin: SampleTwin, contact: SiaghRow): Record<SampleTwin['by'], boolean> => {
  const { refId = '', customerNumber, nationalCode, nickName } = twin.fields
  const numbers = phonesIn(twin)
  const mobiles = mobilesIn(contact.MobileNo)
  const landline = foldedPhone(contact.TelNo)
  return {
    refId: refId.toLowerCase() === contact.RecordId,
    customerNumber: codeSeen(customerNumber) === String(contact.Code),
    nationalCode: codeSeen(nationalCode) !== '' && codeSeen(nationalCode) === codeSeen(contact.NationalCode),
    mobile: numbers.flatMap(mobilesIn).some((number) => mobiles.includes(number)),
    nameAndPhone:
      seen(nickName) === seen(contact.Name) &&
      landline !== '' &&
      numbers.some((number) => foldedPhone(number) === landline),
  }
}

test('the same seed makes the same twins, another one others', () => {
  expect(sampleTwins(contacts, 50, 7)).toEqual(sampleTwins(contacts, 50, 7))
  expect(sampleTwins(contacts, 50, 8)).not.toEqual(sampleTwins(contacts, 50, 7))
})

test('each twin shares with its contact what the truth says, and nothing that would be surer', () => {
  expect(twins).toHaveLength(600)
  for (const twin of twins) {
    const contact = contactOf(twin.codes[0])
    const found = twinTies.filter((tie) => shares(twin, contact)[tie])
    expect(found[0]).toBe(twin.by)
    expect(twin.type === 'organization').toBe(contact.TowardType)
    expect(contact).toMatchObject({ IsActive: true, IsAdminUser: false })
  }
})

test('nothing else leads from a sure twin to another contact, nor from its contact to another twin', () => {
  const keysOf = (twin: SampleTwin) => [
    `refId ${twin.fields.refId?.toLowerCase() ?? ''}`,
    `customer ${codeSeen(twin.fields.customerNumber)}`,
    `code ${codeSeen(twin.fields.nationalCode)}`,
    ...phonesIn(twin).map((number) => `phone ${foldedPhone(number)}`),
  ]
  const keysOfContact = (contact: SiaghRow) => [
    `refId ${contact.RecordId}`,
    `customer ${contact.Code}`,
    `code ${codeSeen(contact.NationalCode)}`,
    ...mobilesIn(contact.MobileNo).map((number) => `phone ${number}`),
    `phone ${foldedPhone(contact.TelNo)}`,
  ]
  const meant = new Map<string, Set<number>>()
  for (const contact of contacts)
    for (const key of keysOfContact(contact)) meant.set(key, (meant.get(key) ?? new Set()).add(contact.Code))
  const toldBy = (twin: SampleTwin) =>
    new Set(
      keysOf(twin)
        .filter((key) => !key.endsWith(' '))
        .flatMap((key) => [...(meant.get(key) ?? [])]),
    )
  const sure = twins.filter((twin) => twin.sure)
  for (const twin of sure) expect([...toldBy(twin)]).toEqual(twin.codes)
  const codes = sure.flatMap((twin) => twin.codes)
  expect(new Set(codes).size).toBe(codes.length)
})

test('of the doubtful ones, either two are one contact or one is two contacts', () => {
  const doubtful = twins.filter(({ sure }) => !sure)
  const alone = doubtful.filter(({ codes }) => codes.length === 1)
  const shared = doubtful.filter(({ codes }) => codes.length === 2)
  expect(alone.length).toBeGreaterThan(10)
  expect(shared.length).toBeGreaterThan(5)
  for (const twin of alone) {
    const others = alone.filter((other) => other !== twin && other.codes[0] === twin.codes[0])
    expect(others.map(({ by }) => by)).toEqual([twin.by])
  }
  for (const twin of shared) expect(shares(twin, contactOf(twin.codes[1])).mobile).toBe(true)
})

test('every way of knowing one is there, and every kind of spelling', () => {
  const counts = twinTies.map((tie) => twins.filter(({ by, sure }) => by === tie && sure).length)
  for (const count of counts) expect(count).toBeGreaterThan(40)
  const text = JSON.stringify(twins.map(({ fields }) => fields))
  for (const pattern of [/[يك]/, /[یک]/, /\u200c/, /[۰-۹]{7}/, /[٠-٩]{7}/, /"\+98/, /"0098/, /مهندس /, /[A-F]{2}\d-4/])
    expect(text).toMatch(pattern)
  const people = twins.flatMap((twin) => (twin.type === 'person' ? [twin.fields] : []))
  expect(people.some(({ nickName, lastName = '' }) => nickName?.startsWith(lastName))).toBe(true)
  const lost = twins.some(({ fields, type }) => type === 'person' && /^[1-9]\d{7}$/.test(fields.nationalCode ?? ''))
  expect(lost).toBe(true)
})

test('too few contacts are an error', () => {
  expect(() => sampleTwins(contacts.slice(0, 10), 20)).toThrow(/20 twins want more contacts than these 10/)
})
