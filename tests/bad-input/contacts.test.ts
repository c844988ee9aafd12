import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara, untilHandled } from '../flow/world'
import {
  chain,
  expectFailure,
  expectNothingWritten,
  expectQuietLog,
  sendAndHandle,
  unknownId,
  type Chain,
} from './chain'
import { expectErr, expectOk } from '../../test-support/results'

/** A person of the CRM, of any shape, as an answer of the CRM may have. */
const personOf = (the: Chain, fields: object) => the.sandbox.crm.createPerson({ ...sara, ...fields })

const savedNameOf = ({ sandbox }: Chain) => sandbox.siagh.contacts().at(-1)?.Name

describe('an id that the CRM does not know', () => {
  it.each(['identity', 'invoice', 'quote'] as const)(
    'stands in the failures, and nothing is written: %s',
    async (kind) => {
      const the = await chain()
      await expectFailure(the, { kind, id: unknownId }, 'not_found', `the CRM has no ${kind}/${unknownId}`)
      expectNothingWritten(the)
      expectQuietLog(the)
    },
  )

  it.each([400, 'null'] as const)('is one however the CRM says so: %s', async (missingIdAnswer) => {
    const the = await chain({ sandbox: { dialect: { missingId: missingIdAnswer } } })
    await expectFailure(the, { kind: 'identity', id: unknownId }, 'not_found', unknownId)
  })

  it('stands in the failures, after its attempts, where the CRM answers 500 for it alone', async () => {
    const the = await chain({ sandbox: { dialect: { missingId: 500 } }, rules: { retry: { attempts: 3 } } })
    await expectFailure(the, { kind: 'invoice', id: unknownId }, 'unavailable', '500')
    expectNothingWritten(the)
  })

  it('is returned at once to a caller who waits', async () => {
    const { sync } = await chain()
    for (const answer of [
      sync.syncIdentity({ id: unknownId }),
      sync.syncInvoice({ id: unknownId }),
      sync.syncQuote({ id: unknownId }),
    ]) {
      expect(expectErr(await answer)).toMatchObject({ kind: 'not_found', system: 'crm' })
    }
  })

  it('of a record that the CRM saves a moment later is handled when the CRM reports it again', async () => {
    const the = await chain()
    await expectFailure(the, { kind: 'identity', id: unknownId }, 'not_found', unknownId)
    personOf(the, { crmId: unknownId })
    await sendAndHandle(the, 'identity', unknownId, 'Update')
    expect(expectOk(await the.sync.failures()).items).toEqual([])
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: unknownId })
  })

  it('is no failure where the CRM itself says that it was deleted', async () => {
    const the = await chain()
    await expectFailure(the, { kind: 'quote', id: unknownId }, 'not_found', unknownId)
    await sendAndHandle(the, 'quote', unknownId, 'Delete')
    expect(expectOk(await the.sync.failures()).items).toEqual([])
    expect(expectOk(await the.sync.history()).items[0]).toMatchObject({ outcome: 'gone' })
    expectNothingWritten(the)
  })

  it('is the id of a document, sent to the path of identities', async () => {
    const the = await chain()
    const invoice = the.sandbox.crm.createInvoice({})
    await expectFailure(the, { kind: 'identity', id: invoice }, 'not_found', invoice)
    expectNothingWritten(the)
  })
})

describe('a name', () => {
  it('that tries to switch a contact off is a name and nothing else', async () => {
    const the = await chain()
    const victim = the.sandbox.siagh.addContact({ Name: 'کسی دیگر', Code: 9_001 })
    const id = personOf(the, { nickName: 'Ali|gn_web_users.isactive=0|Param1=9001|CodeMain=9001' })
    await sendAndHandle(the, 'identity', id)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({
      tmpid: id,
      IsActive: true,
      Name: 'Ali¦gn_web_users.isactive=0¦Param1=9001¦CodeMain=9001',
    })
    expect(the.sandbox.siagh.contacts().find(({ Code }) => Code === victim.Code)).toEqual(victim)
    expectQuietLog(the, ['isactive'])
  })

  it('that tries the same in an edit changes the name alone', async () => {
    const the = await chain()
    const id = personOf(the, {})
    await sendAndHandle(the, 'identity', id)
    await the.clock.advance(61_000)
    the.sandbox.crm.updateIdentity(id, { nickName: 'x|gn_web_users.isactive=0|gn_web_users.mobileno=' })
    await sendAndHandle(the, 'identity', id, 'Update')
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, IsActive: true, MobileNo: '09120001234' })
    expect(savedNameOf(the)).toBe('x¦gn_web_users.isactive=0¦gn_web_users.mobileno=')
  })

  it.each([
    ['of =', 'a=b==c', 'a=b==c'],
    ['of bars that an old code page makes one', 'a｜b∣cǀd', 'a¦b¦c¦d'],
    ['of line breaks', 'خط یک\r\nخط دو\n\nخط سه', 'خط یک خط دو خط سه'],
    ['of separators of Unicode', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['of NUL and TAB', 'a\0b\tc', 'a b c'],
    ['of marks of direction', '\u202Eنام\u200F \u2066Name\u2069\u200E', 'نام Name'],
    ['of emoji and a family of them', 'مشتری 👨‍👩‍👧 🇮🇷', 'مشتری 👨‍👩‍👧 🇮🇷'],
    ['of half an emoji', 'مشتری\uD83D', 'مشتری'],
    ['of Arabic letters and digits', 'علي كاظمي ١٢٣', 'علی کاظمی 123'],
    ['of a half-space', 'نمونه‌پور', 'نمونه‌پور'],
    ['of quotes and backslashes', `"'\\"; DROP TABLE x; --`, `"'\\"; DROP TABLE x; --`],
    ['of a placeholder of Siagh', 'dbgrid1.#nickname#', 'dbgrid1.#nickname#'],
    ['of a prototype', '__proto__', '__proto__'],
  ])('%s arrives as one line that shows what it means', async (_what, nickName, saved) => {
    const the = await chain()
    const id = personOf(the, { nickName })
    await sendAndHandle(the, 'identity', id)
    expect(savedNameOf(the)).toBe(saved)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, IsActive: true, MobileNo: '09120001234' })
    expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('unchanged')
    expect(callsTo(the.sandbox.siagh, 'saveContact')).toBe(1)
    expectQuietLog(the, [nickName, saved])
  })

  it.each(['', ' ', '\u200F\u200E', '\u200C', '\u200D', '\0\r\n', '\u200B\u2060\uFEFF\u00AD', '\u3000\u00A0'])(
    'of nothing that can be seen is refused: %j',
    async (nickName) => {
      const the = await chain()
      const id = personOf(the, { nickName, firstName: '', lastName: '' })
      await expectFailure(the, { kind: 'identity', id }, 'invalid_data', 'nickName: there is no name')
      expectNothingWritten(the)
    },
  )

  it('of 10,000 characters is refused, not cut', async () => {
    const the = await chain()
    const nickName = 'نام'.repeat(3_334)
    const id = personOf(the, { nickName })
    await expectFailure(the, { kind: 'identity', id }, 'invalid_data', 'nickName: fullname is 10002 characters long')
    expectNothingWritten(the)
    expectQuietLog(the, [nickName.slice(0, 30)])
  })

  it.each(['|', '∣', '｜'])('with a bar is known again after its answer was lost, and saved once: %s', async (bar) => {
    const the = await chain({ sandbox: { dialect: { tmpidInList: 'left-out' } } })
    the.sandbox.siagh.faults.next('saveContact', 'resetAfter')
    const id = personOf(the, { nickName: `شرکت ${bar} نمونه`, phoneContacts: [], nationalCode: '' })
    const count = the.sandbox.siagh.contacts().length
    await sendAndHandle(the, 'identity', id)
    expect(the.sandbox.siagh.contacts()).toHaveLength(count + 1)
    expect(expectOk(await the.sync.failures()).items).toEqual([])
  })
})

describe('what else a contact is made of', () => {
  it.each(['0012345678', '1234567890', '12345', 'A1234567', '0000000000'])(
    'a national code that fails its check is sent, with a warning in outcome and journal: %s',
    async (nationalCode) => {
      const the = await chain()
      const id = personOf(the, { nationalCode })
      const { outcome, warnings } = expectOk(await the.sync.syncIdentity({ id }))
      expect({ outcome, warnings }).toEqual({ outcome: 'created', warnings: ['national_code_checksum'] })
      expect(expectOk(await the.sync.history({ id })).items[0]).toMatchObject({ warnings })
      expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ NationalCode: nationalCode })
      expectQuietLog(the, [nationalCode])
    },
  )

  it('a national code of Persian digits that lost its zeros is put right without a warning', async () => {
    const the = await chain()
    const id = personOf(the, { nationalCode: '۱۲۳۴۵۶۷۹' })
    expect(expectOk(await the.sync.syncIdentity({ id })).warnings).toEqual([])
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ NationalCode: '0012345679' })
  })

  it.each([
    ['nationalCode', { nationalCode: '1'.repeat(10_000) }],
    ['email', { email: `${'a'.repeat(10_000)}@example.com` }],
    ['website', { website: `http://example.com/${'a'.repeat(10_000)}` }],
    ['description', { description: 'a'.repeat(10_000) }],
    ['addressContacts', { addressContacts: [{ address: 'a'.repeat(10_000) }] }],
  ])('10,000 characters of %s are refused by name, not cut', async (field, fields) => {
    const the = await chain()
    const id = personOf(the, fields)
    await expectFailure(the, { kind: 'identity', id }, 'invalid_data', `${field}: `)
    expectNothingWritten(the)
    expectQuietLog(the, ['a'.repeat(30), '1'.repeat(30)])
  })

  it.each([
    ['nickName', { nickName: 17 }],
    ['nationalCode', { nationalCode: 12_345_679 }],
    ['phoneContacts.0.phoneNumber', { phoneContacts: [{ phoneNumber: 9_120_001_234 }] }],
    ['email', { email: ['a@example.com'] }],
    ['addressContacts.0.zipCode', { addressContacts: [{ zipCode: { value: 1 } }] }],
    ['birthDate', { birthDate: 'yesterday' }],
  ])('%s of another type is unreadable by name', async (path, fields) => {
    const the = await chain({ rules: { retry: { attempts: 2 } } })
    const id = personOf(the, fields)
    await expectFailure(the, { kind: 'identity', id }, 'malformed', path)
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it.each([
    ['nonsense', 'زنگ نزنید'],
    ['a pair of the form', '|gn_web_users.isactive=0'],
    ['100,000 digits', '0912'.repeat(25_000)],
    ['100,000 pieces', '09 '.repeat(33_000)],
  ])('a phone number of %s is left out with a warning', async (_what, phoneNumber) => {
    const the = await chain()
    const id = personOf(the, { phoneContacts: [{ phoneNumber }] })
    expect(expectOk(await the.sync.syncIdentity({ id }))).toMatchObject({
      outcome: 'created',
      warnings: ['phone_not_understood'],
    })
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, MobileNo: '', TelNo: '', IsActive: true })
  })

  it('keys of a prototype in an answer of the CRM are not looked at and pollute nothing', async () => {
    const the = await chain()
    const id = personOf(the, JSON.parse('{"__proto__":{"nickName":"دیگر","refId":"x","polluted":1},"toString":"x"}'))
    expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('created')
    expect(savedNameOf(the)).toBe(sara.nickName)
    expect('polluted' in {}).toBe(false)
  })

  it.each(['0', '-3', '3.5', '3e0', '0x3', 'دو', '99999999999999999999', '1', '۱'])(
    'a customer number that names no contact, or one of Siagh’s own users, links to nobody: %s',
    async (customerNumber) => {
      const the = await chain()
      const before = JSON.stringify(the.sandbox.siagh.contacts())
      const id = personOf(the, { customerNumber })
      expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('created')
      expect(JSON.stringify(the.sandbox.siagh.contacts().slice(0, -1))).toBe(before)
    },
  )
})

describe('a refId', () => {
  it('of one of Siagh’s own users does not let the CRM rewrite them', async () => {
    const the = await chain()
    const admin = the.sandbox.siagh.contacts().find(({ IsAdminUser }) => IsAdminUser)
    const id = personOf(the, { refId: admin?.RecordId })
    await expectFailure(the, { kind: 'identity', id }, 'ambiguous_match', `contact ${admin?.Code}`)
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it.each(['SHOP-17', '7b0c3a52', '%', `|gn_web_users.isactive=0`])(
    'that names no contact links to nobody: %s',
    async (refId) => {
      const the = await chain()
      const before = JSON.stringify(the.sandbox.siagh.contacts())
      const id = personOf(the, { refId })
      expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('created')
      expect(JSON.stringify(the.sandbox.siagh.contacts().slice(0, -1))).toBe(before)
    },
  )
})

describe('an identity that names a contact that Siagh does not list', () => {
  it.each([
    ['refId', { refId: '00000000-0000-0000-0000-000000000000' }],
    ['refId', { refId: ' {7B0C3A52-0000-4000-8000-0000000000FF} ' }],
    ['customerNumber', { customerNumber: '۹۹۹۹۹' }],
  ] as const)('is not made by itself, and the failure names %s', async (field, fields) => {
    const the = await chain()
    const id = personOf(the, fields)
    await expectFailure(the, { kind: 'identity', id }, 'not_found', 'contact ')
    expect(expectOk(await the.sync.failures()).items[0]?.error?.message).toContain(field)
    expectNothingWritten(the)
  })
})

describe('a mobile number that Siagh already has', () => {
  it.each(['09120001234', '+98 912 000 1234', '٠٩١٢٠٠٠١٢٣٤'])(
    'is refused with the reason and nothing is left behind: %s',
    async (held) => {
      const the = await chain()
      the.sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: held })
      const before = JSON.stringify(the.sandbox.siagh.contacts())
      const id = personOf(the, {})
      await expectFailure(the, { kind: 'identity', id }, 'rejected', 'شماره موبایل نمی تواند تکراری باشد.')
      expect(JSON.stringify(the.sandbox.siagh.contacts())).toBe(before)
      expect(expectOk(await the.store.mappings.get({ company: 'default', kind: 'identity', id }))).toBeNull()
      expectQuietLog(the, ['شماره موبایل', held])
    },
  )

  it('that a customer gets in an edit leaves the contact as it was, and is saved once it is free', async () => {
    const the = await chain()
    const holder = the.sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: '09120009999' })
    const id = personOf(the, {})
    await sendAndHandle(the, 'identity', id)
    const before = the.sandbox.siagh.contacts().at(-1)
    await the.clock.advance(61_000)

    the.sandbox.crm.updateIdentity(id, { phoneContacts: [{ phoneNumber: '0912 000 9999' }], email: 'new@example.com' })
    await expectFailure(the, { kind: 'identity', id }, 'rejected', 'شماره موبایل')
    expect(the.sandbox.siagh.contacts().at(-1)).toEqual(before)

    the.sandbox.siagh.removeContact(holder.Code)
    expect(expectOk(await the.sync.retry({ kind: 'identity', id }))).toBe('retried')
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ MobileNo: '09120009999', Email: 'new@example.com' })
    expect(expectOk(await the.sync.failures()).items).toEqual([])
  })

  it('of two new customers goes to the first, and the second waits in the failures', async () => {
    const the = await chain()
    const ids = [personOf(the, {}), personOf(the, { nickName: 'نام دیگر' })]
    await Promise.all(ids.map((id) => the.get('identity', `event=Insert&id=${id}`)))
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().filter(({ MobileNo }) => MobileNo === '09120001234')).toHaveLength(1)
    expect(await onlyFailure(the.sync)).toMatchObject({ error: { kind: 'rejected' } })
  })
})
