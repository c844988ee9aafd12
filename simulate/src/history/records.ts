import type { InvoiceFields, PersonFields, SiaghRow } from '@siagh-sync/sandbox'
import { hashOf } from '../../../test-support/random'

/** The contents of a slot. They are the same in every run of every seed. */
export type RecordKind = 'person' | 'organization' | 'invoice' | 'quote'

/** Slots up to here are identities, those from here on documents. */
export const IDENTITIES = 6
/** How many slots there are. */
export const RECORDS = 12

/** Contacts that somebody has typed into Siagh long before. */
export const OLD_CONTACTS: readonly (Partial<SiaghRow> & Pick<SiaghRow, 'Code' | 'RecordId'>)[] = [
  {
    RecordId: '7b0c3a52-0000-4000-8000-000000007001',
    Code: 7001,
    Name: 'مشتری قدیمی',
    WebSiteAddress: 'https://old.example',
    Address: 'نشانی قدیمی',
    PostalCode: '1999999999',
  },
  {
    RecordId: '7b0c3a52-0000-4000-8000-000000007002',
    Code: 7002,
    Name: 'شرکت قدیمی',
    Email: 'old@example.com',
    TelNo: '02177000002',
    TowardType: true,
  },
]

/** Two persons created one after the other who name the same of them, and an organization that names the other. */
export const RIVALS = [3, 5] as const
const claimedCodes: ReadonlyMap<number, number> = new Map([
  [RIVALS[0], 7001],
  [RIVALS[1], 7001],
  [4, 7002],
])

const kinds = ['person', 'organization', 'person', 'person', 'organization', 'person'] as const
const names = ['سارا', 'مینا', 'آرش', 'کاوه', 'نگار', 'بهار', 'پویا', 'سینا'] as const
const families = ['آزمونی', 'نمونه', 'فرضی', 'مثالی', 'ساختگی', 'خیالی', 'آزمایشی'] as const

/** The kind of record in a slot. */
export function kindOf(record: number): RecordKind {
  return record < IDENTITIES ? (kinds[record] ?? 'person') : record % 2 === 0 ? 'invoice' : 'quote'
}

/** The id of the record in a slot. */
export function idOf(record: number): string {
  const hex = hashOf(`record ${record}`).toString(16).padStart(8, '0')
  return `${hex}-0000-4000-8000-${String(record).padStart(12, '0')}`
}

/** Whether an identity belongs in the books where a site takes only some, by what a user has typed into it. */
export function belongsInBooks({ description = '' }: { readonly description?: string }): boolean {
  return Number(/\d+/.exec(description)?.[0] ?? 0) % 4 !== 0
}

const persianDigits = (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)

/** What a user of the CRM types into an identity of this type. Every variant differs; some leave fields empty that others fill. */
export function identityFields(
  record: number,
  variant: number,
  { isPerson, hasClaims }: { readonly isPerson: boolean; readonly hasClaims: boolean },
): PersonFields {
  const mobile = `0912${String(1000 + record)}${String(variant % 3).padStart(3, '0')}`
  const telephone = `021880${String(record).padStart(2, '0')}${String(variant % 100).padStart(3, '0')}`
  const name = `${names[(record + variant) % names.length] ?? ''} ${families[variant % families.length] ?? ''}`
  return {
    ...(isPerson && { firstName: name.split(' ')[0] ?? '', lastName: name.split(' ')[1] ?? '' }),
    nickName: name,
    email: variant % 4 === 3 ? '' : `r${record}.v${variant}@example.com`,
    website: variant % 5 === 1 ? `https://v${variant}.example` : '',
    description: `rev ${variant}`,
    customerNumber: hasClaims ? String(claimedCodes.get(record) ?? '') : '',
    phoneContacts: [
      { phoneNumber: variant % 2 === 0 ? mobile : persianDigits(mobile), default: true },
      ...(variant % 3 === 0 ? [{ phoneNumber: telephone }] : []),
    ],
    addressContacts:
      variant % 4 === 2 ? [{ address: `خیابان آزمون پلاک ${variant}`, zipCode: String(1100000000 + variant) }] : [],
  }
}

/** Whether a CRM shows the discount of a document beside the discounts of its lines, or together with them. */
export type DocumentDiscount = 'on-top' | 'included'

/**
 * What a user types into a document. One variant in nine has no lines and so cannot go to Siagh. One in four has a
 * discount of its own.
 */
export function documentFields(record: number, variant: number, reading: DocumentDiscount): InvoiceFields {
  const lines = variant % 9 === 8 ? 0 : 1 + (variant % 3)
  const details = Array.from({ length: lines }, (_, line) => ({
    productCode: `5001${String(record).padStart(2, '0')}${line}`,
    baseUnitPrice: 1_000 * (variant + 1) + line,
    count: 1 + ((variant + line) % 4),
    totalDiscount: variant % 2 === 0 ? 0 : 100,
  }))
  const fields = { identityId: idOf(record % IDENTITIES), description: `document rev ${variant}`, details }
  return lines > 0 && variant % 4 === 1 ? { ...fields, ...discounted(details, reading) } : { ...fields, ...NO_DISCOUNT }
}

const NO_DISCOUNT = { discount: 0 }
const OWN_DISCOUNT = 60

function discounted(
  details: readonly { readonly baseUnitPrice: number; readonly count: number; readonly totalDiscount: number }[],
  reading: DocumentDiscount,
): Pick<InvoiceFields, 'discount' | 'vat' | 'finalValue'> {
  const total = (amount: (line: (typeof details)[number]) => number) =>
    details.reduce((sum, line) => sum + amount(line), 0)
  const ofLines = total(({ totalDiscount }) => totalDiscount)
  const net = total(({ baseUnitPrice, count }) => baseUnitPrice * count) - ofLines - OWN_DISCOUNT
  const vat = Math.round(net / 10)
  return { discount: OWN_DISCOUNT + (reading === 'included' ? ofLines : 0), vat, finalValue: net + vat }
}
