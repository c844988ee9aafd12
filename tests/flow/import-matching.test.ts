import type { ImportDecision } from '@siagh-sync/first-import'
import { describe, expect, test } from 'vitest'
import type { RulesInput } from '@siagh-sync/sync-core'
import { createsIn, importWorld, mappingsOf, type ImportWorld } from './import-world'
import { expectErr } from '../../test-support/results'

const code = '0012345679'
const mobile = '09120001234'

/** One contact, `Code` 8400, and what is given of it. */
function addContact({ sandbox }: ImportWorld, fields: Parameters<ImportWorld['sandbox']['siagh']['addContact']>[0]) {
  return sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا آزمونی', ...fields })
}

function worldOf(rules: RulesInput = {}) {
  return importWorld({ rules })
}

async function outcomeOf(world: ImportWorld, decisions?: ReadonlyMap<number, ImportDecision>) {
  const { contacts } = await world.importNow(decisions ? { decisions } : {})
  return contacts.find(({ code: number }) => number === 8_400)
}

describe('a contact is linked', () => {
  test.each([
    ['tmpid', { tmpid: '2B1F0C6E-0000-4000-8000-000000000001' }, {}],
    [
      'refId',
      { RecordId: '7b0c0000-0000-4000-8000-000000000001' },
      { refId: '{7B0C0000-0000-4000-8000-000000000001}' },
    ],
    ['customerNumber', {}, { customerNumber: '۸۴۰۰' }],
  ])('by %s without being asked for', async (by, contact, identity) => {
    const world = worldOf()
    const id = world.sandbox.crm.createPerson({ crmId: '2b1f0c6e-0000-4000-8000-000000000001', ...identity })
    addContact(world, contact)
    expect(await outcomeOf(world)).toMatchObject({ action: 'linked', by, identityId: id })
    expect((await mappingsOf(world.store)).get(8_400)).toMatchObject({ key: { id }, state: 'linked' })
    expect(createsIn(world.sandbox)).toBe(0)
  })

  const looksLike = [
    ['nationalCode', { NationalCode: '12345679' }, { nationalCode: '۰۰۱-۲۳۴۵۶۷-۹' }],
    ['mobile', { MobileNo: '+98 912 000 1234' }, { phoneContacts: [{ phoneNumber: '۰۹۱۲۰۰۰۱۲۳۴' }] }],
    [
      'nameAndPhone',
      { Name: 'سارا مه‌آزمون', TelNo: '021-88000012' },
      { nickName: 'سارا مه آزمون', phoneContacts: [{ phoneNumber: '۰۲۱ ۸۸۰۰۰۰۱۲' }] },
    ],
  ] as const

  test.each(looksLike)(
    'by %s where the rules accept that, and else a person is asked',
    async (by, contact, identity) => {
      for (const accept of [[by], []]) {
        const world = worldOf({ import: { accept } })
        const id = world.sandbox.crm.createPerson(identity)
        addContact(world, contact)
        const expected =
          accept.length > 0
            ? { action: 'linked', by, identityId: id }
            : { action: 'undecided', candidates: [{ identityId: id, by }] }
        expect(await outcomeOf(world)).toMatchObject(expected)
        expect([createsIn(world.sandbox), (await mappingsOf(world.store)).size]).toEqual([0, accept.length])
      }
    },
  )
})

describe('a contact is left undecided', () => {
  const accept = ['nationalCode', 'mobile', 'nameAndPhone'] as const

  test('where two identities have its national code', async () => {
    const world = worldOf({ import: { accept } })
    const ids = [0, 1].map(() => world.sandbox.crm.createPerson({ nationalCode: code }))
    addContact(world, { NationalCode: code })
    const outcome = await outcomeOf(world)
    expect(outcome).toMatchObject({ action: 'undecided' })
    expect(outcome?.candidates.map(({ identityId }) => identityId).sort()).toEqual(ids.sort())
  })

  test('where two contacts want one identity', async () => {
    const world = worldOf({ import: { accept } })
    world.sandbox.crm.createPerson({ nationalCode: code, phoneContacts: [{ phoneNumber: mobile }] })
    addContact(world, { NationalCode: code })
    addContact(world, { Code: 8_401, MobileNo: mobile })
    const { report } = await world.importNow()
    expect(report.actions).toMatchObject({ undecided: 2, linked: 0, created: 0 })
  })

  test('where one side has a person and the other an organization', async () => {
    const world = worldOf({ import: { accept } })
    world.sandbox.crm.createOrganization({ phoneContacts: [{ phoneNumber: mobile }] })
    addContact(world, { MobileNo: mobile })
    expect(await outcomeOf(world)).toMatchObject({ action: 'undecided', candidates: [{ by: 'mobile' }] })
  })

  test('where a less sure way that is accepted contradicts a surer one that is not', async () => {
    const world = worldOf({ import: { accept: ['mobile'] } })
    world.sandbox.crm.createPerson({ nationalCode: code })
    world.sandbox.crm.createPerson({ phoneContacts: [{ phoneNumber: mobile }] })
    addContact(world, { NationalCode: code, MobileNo: mobile })
    expect(await outcomeOf(world)).toMatchObject({
      action: 'undecided',
      candidates: [{ by: 'nationalCode' }, { by: 'mobile' }],
    })
  })

  test('where the identity that names it is linked to another contact', async () => {
    const world = worldOf()
    const other = addContact(world, { Code: 8_401, Name: 'یلدا آزمونی' })
    await world.importNow()
    const [made] = world.sandbox.crm.identities()
    const contact = addContact(world, {})
    world.sandbox.crm.updateIdentity(made?.crmId ?? '', { refId: contact.RecordId })
    expect(await outcomeOf(world)).toMatchObject({ action: 'undecided', candidates: [{ by: 'refId' }] })
    expect((await mappingsOf(world.store)).get(other.Code)?.key.id).toBe(made?.crmId)
  })
})

describe('a contact is new', () => {
  test('where its customer number stands at an identity that names another contact by refId', async () => {
    const world = worldOf()
    const other = addContact(world, { Code: 8_401, Name: 'یلدا آزمونی' })
    const id = world.sandbox.crm.createPerson({ refId: other.RecordId, customerNumber: '8400' })
    addContact(world, {})
    const { contacts } = await world.importNow()
    const told = contacts.map(({ code: number, action, by }) => [number, action, by])
    expect(told).toContainEqual([8_401, 'linked', 'refId'])
    expect(told).toContainEqual([8_400, 'created', undefined])
    expect((await mappingsOf(world.store)).get(8_401)?.key.id).toBe(id)
  })

  test('and goes to the CRM with all that Siagh knows of it', async () => {
    const world = worldOf({
      customerNumber: { encode: (number) => `C-${number}`, decode: () => null },
      import: { categories: () => [{ key: 'customer' }], typeCode: { person: 'P_1' } },
    })
    const { RecordId } = addContact(world, {
      Name: 'آقای دكتر محمد رضا آزموني',
      NationalCode: '12345679',
      MobileNo: '۰۹۱۲۰۰۰۱۲۳۴ - 09120001235',
      TelNo: '021-88000012 داخلی 4',
      TelNo2: 'زنگ بزنید',
      Email: 'one@example.com',
      Email2: 'two@example.com',
      Address: 'خيابان نمونه',
      PostalCode: '۱۲۳۴۵۶۷۸۹۰',
      WebSiteAddress: 'https://example.com',
      Description: 'يادداشت',
    })
    expect(await outcomeOf(world)).toMatchObject({ action: 'created', suspicions: ['phone_not_understood'] })
    expect(world.sandbox.crm.identities()).toMatchObject([
      {
        refId: RecordId,
        customerNumber: 'C-8400',
        crmObjectTypeCode: 'P_1',
        nickName: 'آقای دکتر محمد رضا آزمونی',
        personPrefix: 'آقای دکتر',
        firstName: 'محمد رضا',
        lastName: 'آزمونی',
        nationalCode: '0012345679',
        email: 'one@example.com',
        alternativeEmail: 'two@example.com',
        website: 'https://example.com',
        description: 'یادداشت',
        categories: [{ key: 'customer' }],
        phoneContacts: [
          { phoneNumber: '09120001234', phoneType: 'Mobile', default: true },
          { phoneNumber: '09120001235', phoneType: 'Mobile', default: false },
          { phoneNumber: '021-88000012 داخلی 4', phoneType: 'Office' },
          { phoneNumber: 'زنگ بزنید', phoneType: 'Office' },
        ],
        addressContacts: [{ address: 'خیابان نمونه', zipCode: '1234567890', default: true }],
      },
    ])
  })

  test('and is an organization by TowardType, which a rule turns round', async () => {
    for (const organizationTowardType of [true, false]) {
      const world = worldOf({ organizationTowardType })
      addContact(world, { TowardType: true })
      expect(await outcomeOf(world)).toMatchObject({ type: organizationTowardType ? 'organization' : 'person' })
      expect('registerNumber' in (world.sandbox.crm.identities()[0] ?? {})).toBe(organizationTowardType)
    }
  })

  test('and is reported with everything that is suspicious about it', async () => {
    const world = worldOf()
    addContact(world, { Name: 'آزمونی', NationalCode: '0012345678', MobileNo: mobile })
    addContact(world, { Code: 8_401, NationalCode: '10103530003', MobileNo: '9120001234' })
    addContact(world, { Code: 8_402, TowardType: true, NationalCode: code })
    addContact(world, { Code: 8_403, NationalCode: '12345679' })
    const { contacts, report } = await world.importNow()
    const suspicions = Object.fromEntries(contacts.map((contact) => [contact.code, [...contact.suspicions].sort()]))
    expect(suspicions).toEqual({
      8400: ['mobile_twice', 'name_of_one_word', 'national_code_checksum'],
      8401: ['mobile_twice', 'person_with_legal_id'],
      8402: ['national_code_twice', 'organization_with_personal_code'],
      8403: ['national_code_twice'],
    })
    expect(report.suspicions).toMatchObject({ mobile_twice: 2, national_code_twice: 2 })
  })
})

describe('a contact stays out', () => {
  test.each([
    ['admin', { IsAdminUser: true }],
    ['inactive', { IsActive: false }],
    ['no_name', { Name: ' \u200C ' }],
  ] as const)('%s', async (reason, contact) => {
    const world = worldOf()
    addContact(world, contact)
    expect(await outcomeOf(world)).toMatchObject({ action: 'skipped', reason })
    expect(createsIn(world.sandbox)).toBe(0)
  })

  test('no longer where the rules let inactive ones in', async () => {
    const world = worldOf({ import: { inactive: 'import' } })
    addContact(world, { IsActive: false })
    expect(await outcomeOf(world)).toMatchObject({ action: 'created' })
  })

  test('where its identity was deleted in the CRM', async () => {
    const world = worldOf()
    addContact(world, {})
    await world.importNow()
    world.sandbox.crm.remove(world.sandbox.crm.identities()[0]?.crmId ?? '')
    expect(await outcomeOf(world)).toMatchObject({ action: 'skipped', reason: 'identity_gone' })
    expect(createsIn(world.sandbox)).toBe(1)
  })

  test('where a sync was interrupted that may have made it', async () => {
    const world = importWorld({ sandbox: { dialect: { tmpidInList: 'left-out' } } })
    const id = world.sandbox.crm.createPerson({ nickName: 'سارا آزمونی', phoneContacts: [{ phoneNumber: mobile }] })
    const process = world.start()
    world.sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(expectErr(await process.sync.syncIdentity({ id })).kind).toBe('outcome_unknown')
    const { contacts } = await world.importNow()
    expect(contacts).toMatchObject([{ action: 'skipped', reason: 'being_synced' }])

    await world.clock.advance(60_000)
    expect((await process.sync.syncIdentity({ id })).isOk()).toBe(true)
    const again = await world.importNow()
    expect(again.contacts).toMatchObject([{ action: 'unchanged', identityId: id }])
    expect(world.sandbox.crm.identities()).toHaveLength(1)
  })
})

describe('a decision', () => {
  test('links a contact with an identity that nothing else names, of either type', async () => {
    const world = worldOf()
    const id = world.sandbox.crm.createOrganization({ nickName: 'چیز دیگر' })
    addContact(world, { IsActive: false })
    expect(await outcomeOf(world, new Map([[8_400, { link: id.toUpperCase() }]]))).toMatchObject({
      action: 'linked',
      by: 'decision',
      identityId: id,
    })
    expect(await outcomeOf(world)).toMatchObject({ action: 'unchanged', identityId: id })
  })

  test('makes a contact although something is like it, or keeps it out', async () => {
    const world = worldOf()
    world.sandbox.crm.createPerson({ nationalCode: code })
    addContact(world, { NationalCode: code })
    expect(await outcomeOf(world, new Map([[8_400, 'skip']]))).toMatchObject({ reason: 'by_decision' })
    expect(await outcomeOf(world, new Map([[8_400, 'create']]))).toMatchObject({ action: 'created' })
  })

  test('to make a contact makes it once, also where the import was killed after it had', async () => {
    const world = worldOf()
    world.sandbox.crm.createPerson({ nationalCode: code })
    const { RecordId } = addContact(world, { NationalCode: code })
    const id = world.sandbox.crm.createPerson({ refId: RecordId })
    expect(await outcomeOf(world, new Map([[8_400, 'create']]))).toMatchObject({ action: 'linked', identityId: id })
    expect(createsIn(world.sandbox)).toBe(0)
  })

  test.each(['00000000-0000-4000-8000-000000000009', 'nonsense'])(
    'for an identity that is not there fails (%s)',
    async (link) => {
      const world = worldOf()
      addContact(world, {})
      expect(await outcomeOf(world, new Map([[8_400, { link }]]))).toMatchObject({
        action: 'failed',
        error: { kind: 'not_found', system: 'crm' },
      })
    },
  )

  test('for an identity of another contact fails', async () => {
    const world = worldOf()
    addContact(world, { Code: 8_401, Name: 'یلدا آزمونی' })
    const { contacts } = await world.importNow()
    addContact(world, {})
    const decisions = new Map([[8_400, { link: contacts[0]?.identityId ?? '' }]])
    expect(await outcomeOf(world, decisions)).toMatchObject({
      action: 'failed',
      error: { kind: 'ambiguous_match', candidates: [{ code: '8401' }] },
    })
  })
})

test("a bug in a site's own function costs its contact and no other", async () => {
  const world = worldOf({
    import: {
      splitName(name) {
        if (name.startsWith('سارا')) throw new Error('a bug')
        return { title: '', firstName: 'یلدا', lastName: 'آزمونی' }
      },
    },
  })
  addContact(world, {})
  addContact(world, { Code: 8_401, Name: 'یلدا آزمونی' })
  const { contacts } = await world.importNow()
  expect(contacts.map(({ code: number, action, error }) => [number, action, error?.kind]).sort()).toEqual([
    [8_400, 'failed', 'defect'],
    [8_401, 'created', undefined],
  ])
})
