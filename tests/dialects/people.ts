import type { InvoiceFields, OrganizationFields, PersonFields } from '@siagh-sync/sandbox'

/** A person as a user of the CRM types one in. */
export const person = (number: number): PersonFields => ({
  firstName: 'سارا',
  lastName: `آزمونی ${number}`,
  nickName: `سارا آزمونی ${number}`,
  email: `sara${number}@example.com`,
  description: 'مشتری قدیمی',
  phoneContacts: [{ phoneType: 'موبایل', phoneNumber: `۰۹۱۲۰۰۰۰۱${String(number).padStart(2, '0')}`, default: true }],
})

/** A company as a user of the CRM types one in. */
export const company = (number: number): OrganizationFields => ({
  nickName: `شرکت نمونه ${number}`,
  website: 'https://company.example',
  phoneContacts: [{ phoneType: 'Office', phoneNumber: `021880010${String(number).padStart(2, '0')}`, default: true }],
})

/** Two lines, one with a discount of its own, and a discount of the document. */
export const document = (identityId: string): InvoiceFields => ({
  identityId,
  description: 'سند آزمون',
  discount: 5_000,
  details: [
    { productCode: '500102014', productUnitTypeName: 'عدد', baseUnitPrice: 2_500_000, count: 1 },
    {
      productCode: '500102020',
      productUnitTypeName: 'قطعه',
      baseUnitPrice: 1_200_000,
      count: 2.5,
      totalDiscount: 150_000,
    },
  ],
})
