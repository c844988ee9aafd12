import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ResultAsync } from 'neverthrow'
import type { ApiError, CrmClient } from '../src/index'
import { exchangeNames, readExchange } from '../../../test-support/exchange'
import { clientOfFake, fakeCrm, json } from './fake-crm'
import { expectOk } from '../../../test-support/results'

interface Replay {
  readonly call: (client: CrmClient) => ResultAsync<unknown, ApiError>
  /** How the recorded answer reads: listed fields as they are here, all others as recorded. */
  readonly reads: (recorded: object) => unknown
}

const person = '2b1f0c6e-0000-4000-8000-000000000001'
const organization = '2b1f0c6e-0000-4000-8000-000000000002'
const invoice = '1a6b0000-0000-4000-8000-000000000001'
const quote = '265d0000-0000-4000-8000-000000000001'

const lines = [
  {
    productCode: '500102014',
    productId: '46da0000-0000-4000-8000-000000002014',
    productName: 'کالای اول',
    isService: false,
    baseUnitPrice: 2_500_000,
    finalUnitPrice: 2_750_000,
    count: 1,
    returnedCount: 0,
    totalUnitPrice: 2_500_000,
    totalDiscount: 0,
    totalVat: 250_000,
    totalToll: 0,
    discountPercent: 0,
    productUnitTypeName: 'عدد',
    serial: null,
  },
  {
    productCode: '500102020',
    productId: '46da0000-0000-4000-8000-000000002020',
    productName: 'کالای دوم',
    isService: false,
    baseUnitPrice: 1_200_000,
    finalUnitPrice: 1_254_000,
    count: 2.5,
    returnedCount: 0,
    totalUnitPrice: 3_000_000,
    totalDiscount: 150_000,
    totalVat: 285_000,
    totalToll: 0,
    discountPercent: 0,
    productUnitTypeName: 'قطعه',
    serial: null,
  },
]

const document = {
  identityId: person,
  crmObjectTypeCode: 'PI_5',
  number: undefined,
  refId: undefined,
  subject: 'رضا نمونه‌پور (مشتری)',
  description: 'پیش‌فاکتور نمونه',
  details: lines,
  totalValue: 5_500_000,
  discount: 0,
  discountPercent: 0,
  vat: 535_000,
  vatPercent: 10,
  toll: 0,
  tollPercent: 0,
  additionalCosts: undefined,
  finalValue: 5_885_000,
  billableObjectState: undefined,
  billableObjectStateIndex: 1,
  creatDate: new Date('2025-12-21T10:36:17.173Z'),
  modifyDate: new Date('2025-12-21T10:40:20.033Z'),
  expireDate: undefined,
}

const replays: Record<string, Replay> = {
  'crm-login': {
    call: (client) => client.login(),
    reads: () => ({ expiresAt: new Date('2025-12-16T08:13:53.138Z') }),
  },
  'crm-search-identities': {
    call: (client) => client.searchIdentities({ pageNumber: 0, pageSize: 500 }),
    reads: () => [
      { identityId: person, nickName: 'رضا نمونه‌پور', customerNo: '3' },
      { identityId: organization, nickName: 'Sample Imports S.r.l.' },
    ],
  },
  'crm-get-person': {
    call: (client) => client.getPerson(person),
    reads: (recorded) => ({
      ...recorded,
      crmId: person,
      identityId: person,
      crmObjectTypeCode: 'person',
      nickName: 'رضا نمونه‌پور',
      firstName: 'رضا',
      lastName: 'نمونه‌پور',
      personPrefix: 'آقای',
      gender: undefined,
      birthDate: undefined,
      refId: undefined,
      customerNumber: '3',
      nationalCode: '0012345679',
      email: 'reza@example.com',
      alternativeEmail: undefined,
      website: undefined,
      description: undefined,
      phoneContacts: [
        {
          id: '9d1d0000-0000-4000-8000-000000000011',
          default: true,
          phoneType: 'موبایل',
          phoneNumber: '۰۹۱۲۰۰۰۰۰۰۳',
        },
        {
          id: '9d1d0000-0000-4000-8000-000000000012',
          default: false,
          phoneType: 'Office',
          phoneNumber: '+98 21 0000 0003',
          extension: '12',
        },
      ],
      addressContacts: [
        {
          id: '9d1d0000-0000-4000-8000-000000000021',
          default: true,
          country: 'ایران',
          state: 'تهران',
          city: 'تهران',
          address: 'خیابان نمونه، پلاک ۳',
          zipCode: '1234567890',
          longitude: null,
          latitude: null,
        },
      ],
      creatDate: new Date('2025-12-20T09:10:17.030Z'),
      modifyDate: new Date('2025-12-20T09:10:18.173Z'),
    }),
  },
  'crm-get-organization': {
    call: (client) => client.getOrganization(organization),
    reads: (recorded) => ({
      ...recorded,
      crmId: organization,
      identityId: organization,
      crmObjectTypeCode: 'organization',
      nickName: 'شركت نمونه گستر',
      refId: '7b0c3a52-1f6e-4d0a-9b57-2a6f0d8c1e08',
      customerNumber: '8',
      nationalCode: '10101234560',
      economicCode: undefined,
      email: undefined,
      alternativeEmail: undefined,
      website: undefined,
      description: undefined,
      registerNumber: '123456',
      businessType: undefined,
      phoneContacts: [
        {
          id: '9d1d0000-0000-4000-8000-000000000013',
          default: true,
          phoneType: 'Office',
          phoneNumber: '02188000008',
        },
      ],
      addressContacts: [],
      creatDate: new Date('2025-12-20T09:10:17.030Z'),
      modifyDate: new Date('2025-12-20T09:10:18.173Z'),
    }),
  },
  'crm-create-person': {
    call: (client) =>
      client.createPerson({
        crmObjectTypeCode: 'person',
        refId: '7b0c3a52-1f6e-4d0a-9b57-2a6f0d8c1e03',
        nickName: 'رضا نمونه‌پور',
        firstName: 'رضا',
        lastName: 'نمونه‌پور',
        nationalCode: '0012345679',
        customerNumber: '3',
        phoneContacts: [
          { default: true, phoneType: 'Mobile', phoneNumber: '09120000003' },
          { default: false, phoneType: 'Office', phoneNumber: '02100000003' },
        ],
        addressContacts: [{ default: true, address: 'تهران، خیابان نمونه، پلاک ۳', zipCode: '1234567890' }],
      }),
    reads: () => ({ crmId: person }),
  },
  'crm-get-invoice': {
    call: (client) => client.getInvoice(invoice),
    reads: (recorded) => ({
      ...recorded,
      ...document,
      crmId: invoice,
      invoiceType: 'Invoice',
      invoiceDate: undefined,
      relatedQuoteId: undefined,
    }),
  },
  'crm-get-quote': {
    call: (client) => client.getQuote(quote),
    reads: (recorded) => ({
      ...recorded,
      ...document,
      crmId: quote,
      quoteType: 'Quote',
      quoteDate: undefined,
    }),
  },
}

const names = Object.keys(replays)

describe('the recorded exchanges', () => {
  const crm = fakeCrm()

  // The recorded token was in force then.
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-12-16T10:00:00+03:30') }))
  afterEach(() => vi.useRealTimers())

  it('that are replayed here are recorded', () => {
    expect(exchangeNames('crm')).toEqual(expect.arrayContaining(names))
  })

  it.each(names)('%s goes out as recorded and reads right', async (name) => {
    const { request, response } = readExchange(name)
    const recorded = response.body as object
    const replay = replays[name]
    crm.answer(request.path, () => json(recorded, response.status))

    const answer = await replay?.call(clientOfFake({ password: 'secret' }))

    const sent = [...crm.logins(), ...crm.calls()].find(({ path }) => path === request.path)
    expect(sent?.method).toBe(request.method)
    expect(sent?.body).toEqual(request.body)
    for (const [header, value] of Object.entries(request.headers ?? {})) expect(sent?.headers.get(header)).toBe(value)
    expect(expectOk(answer)).toEqual(replay?.reads(recorded))
  })
})
