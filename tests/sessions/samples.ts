import type { ContactFields, PreInvoice } from '@siagh-sync/siagh-client'

/** A contact that no other has a number of. */
export const contactFields: ContactFields = {
  isactive: true,
  gender: '',
  websiteaddress: '',
  pocode: '',
  codeostan: '',
  address: '',
  codeshahr: '',
  countrycode: '',
  email: '',
  fullname: 'مخاطب آزمایشی',
  mobileno: '',
  telno: '',
  passno: '',
  tmpid: 'sample',
  tozihat: '',
  taraftype: 0,
}

/** A pre-invoice of one line for this contact. */
export const preInvoiceFields = (customerCode: number): PreInvoice => ({
  suid: '0123456789ABCDEF0123456789ABCDEF',
  state: 8,
  documentKind: 2,
  saleModel: 1,
  fiscalYear: 1404,
  paymentKind: 1,
  salesCentre: 2,
  customerCode,
  saleKind: 1,
  remarks: 'نمونه',
  title: 'نمونه',
  lines: [{ productCode: '10', unit: 'عدد', quantity: 1, price: 1_000, discount: 0 }],
})
