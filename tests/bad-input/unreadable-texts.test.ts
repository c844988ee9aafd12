import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara } from '../flow/world'
import { importWorld } from '../flow/import-world'
import { chain, expectFailure, expectNothingWritten, invoiceOf, lineOf, sendAndHandle } from './chain'
import { expectOk } from '../../test-support/results'

/** What is left of a text that was read in a wrong encoding. */
const LOST = '\uFFFD\uFFFD\uFFFD نمونه'

describe('a text whose letters were lost (U+FFFD)', () => {
  it.each([
    ['nickName', { nickName: LOST }],
    ['description', { description: LOST }],
    ['addressContacts', { addressContacts: [{ address: LOST }] }],
    ['email', { email: LOST }],
    ['nationalCode', { nationalCode: `${LOST}1` }],
  ])('in the CRM is not written to Siagh: %s', async (field, fields) => {
    const the = await chain()
    const id = the.sandbox.crm.createPerson({ ...sara, ...fields })
    await expectFailure(the, { kind: 'identity', id }, 'invalid_data', `${field}: letters of this text were lost`)
    expectNothingWritten(the)
  })

  it.each([
    ['description', { description: LOST }],
    ['crmObjectTypeCode', { crmObjectTypeCode: LOST }],
  ])('in a document is not written to Siagh: %s', async (field, fields) => {
    const the = await chain({
      rules: { preInvoice: { title: ({ crmObjectTypeCode = '' }) => `پیش فاکتور ${crmObjectTypeCode}` } },
    })
    const { kind, id } = invoiceOf(the, fields)
    await expectFailure(the, { kind, id }, 'invalid_data', field === 'description' ? 'description: ' : 'title: ')
    expectNothingWritten(the)
  })

  it.each(['productCode', 'productUnitTypeName'])('in a line is not written to Siagh: %s', async (field) => {
    const the = await chain()
    const { kind, id } = lineOf(the, { [field]: LOST })
    await expectFailure(the, { kind, id }, 'invalid_data', `details.0.${field}: letters`)
    expectNothingWritten(the)
  })

  it('in a field of Siagh that the CRM says nothing of is not written back over what may be whole there', async () => {
    const the = await chain()
    const row = the.sandbox.siagh.addContact({ Name: 'نام پیشین', Description: LOST, Address: 'خیابان نمونه' })
    const id = the.sandbox.crm.createPerson({ ...sara, refId: row.RecordId, description: '' })
    await expectFailure(the, { kind: 'identity', id }, 'rejected', 'tozihat: Letters of this text were lost')
    expectNothingWritten(the)
  })

  it('in a field of Siagh that the CRM fills is overwritten with the whole text', async () => {
    const the = await chain()
    const row = the.sandbox.siagh.addContact({ Name: LOST })
    const id = the.sandbox.crm.createPerson({ ...sara, refId: row.RecordId })
    await sendAndHandle(the, 'identity', id)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ Code: row.Code, Name: sara.nickName })
  })

  it('in an identity keeps the RecordId from being written into it', async () => {
    const the = await chain({ rules: { contact: { owned: ['fullname'], writeBackRecordId: true } } })
    const row = the.sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = the.sandbox.crm.createPerson({ ...sara, customerNumber: String(row.Code), alternativeEmail: LOST })
    const { warnings } = expectOk(await the.sync.syncIdentity({ id }))
    expect(warnings).toContain('record_id_not_written_back')
    expect(callsTo(the.sandbox.crm, 'updatePerson')).toBe(0)
  })

  it.each(['Name', 'Description', 'Address', 'TelNo'])('in Siagh is not imported into the CRM: %s', async (field) => {
    const world = importWorld()
    world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا نمونه‌پور', [field]: LOST })
    const { contacts } = await world.importNow()
    expect(contacts).toMatchObject([{ code: 8_400, action: 'failed', error: { kind: 'invalid_data' } }])
    expect(world.sandbox.crm.identities()).toEqual([])
  })
})

describe('a number that is not sure', () => {
  it('leaves in Siagh what was written there before, and what an accountant has typed', async () => {
    const the = await chain()
    const good = {
      phoneContacts: [{ phoneNumber: '02188000008' }, { phoneNumber: '09120001234' }],
      addressContacts: [{ address: 'خیابان نمونه', zipCode: '1968000000' }],
      nationalCode: '0012345679',
    }
    const id = the.sandbox.crm.createPerson({ ...sara, ...good })
    await sendAndHandle(the, 'identity', id)
    const unsure = {
      phoneContacts: [{ phoneNumber: '02175000-214' }],
      addressContacts: [{ address: 'خیابان دیگر', zipCode: '1.968E+09' }],
      nationalCode: '1.23457E+07',
    }
    the.sandbox.crm.updateIdentity(id, unsure)
    await the.clock.advance(61_000)
    await sendAndHandle(the, 'identity', id, 'Update')
    const kept = { TelNo: '02188000008', MobileNo: '09120001234', PostalCode: '1968000000', NationalCode: '0012345679' }
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ ...kept, Address: 'خیابان دیگر' })
    const [entry] = expectOk(await the.sync.history({ id })).items
    expect(entry?.warnings).toEqual(['code_lost_digits', 'phone_not_understood'])

    the.sandbox.crm.updateIdentity(id, { phoneContacts: [], nationalCode: '' })
    await the.clock.advance(61_000)
    await sendAndHandle(the, 'identity', id, 'Update')
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ TelNo: '', MobileNo: '', NationalCode: '' })
  })

  it('links nobody in the initial import', async () => {
    const world = importWorld({ rules: { import: { accept: ['nationalCode', 'mobile'] } } })
    world.sandbox.crm.createPerson({ nickName: 'رضا آزمونی', nationalCode: '0012345679' })
    world.sandbox.crm.createPerson({ nickName: 'یلدا آزمونی', phoneContacts: [{ phoneNumber: '09100000810' }] })
    world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا تمرینی', NationalCode: '1.2345679E+07' })
    world.sandbox.siagh.addContact({ Code: 8_401, Name: 'شرکت نمونه', TelNo: '91000008-10' })
    const { contacts } = await world.importNow()
    expect(contacts).toMatchObject([
      { code: 8_400, action: 'created', suspicions: expect.arrayContaining(['code_lost_digits']) },
      { code: 8_401, action: 'created' },
    ])
  })
})

it('a failure that a person has mended in the CRM goes away by itself', async () => {
  const the = await chain()
  const id = the.sandbox.crm.createPerson({ ...sara, description: LOST })
  await sendAndHandle(the, 'identity', id)
  expect(await onlyFailure(the.sync)).toMatchObject({ error: { kind: 'invalid_data' } })
  the.sandbox.crm.updateIdentity(id, { description: 'درست' })
  await sendAndHandle(the, 'identity', id, 'Update')
  expect(expectOk(await the.sync.failures()).items).toEqual([])
  expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ Description: 'درست' })
})
