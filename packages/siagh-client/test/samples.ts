import type { ContactFields, PreInvoice } from '../src/index'

/** The contact of the recorded exchanges. */
export const contact: ContactFields = {
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
  mobileno: '09120000111',
  telno: '02100000111',
  passno: '0012345679',
  tmpid: '111',
  tozihat: '',
  taraftype: 0,
}

/** The pre-invoice of the recorded exchange that was accepted. */
export const preInvoice: PreInvoice = {
  suid: 'BE8892DF92EA4C4986082AFED6F07DCB',
  state: 8,
  documentKind: 2,
  saleModel: 1,
  fiscalYear: 1404,
  paymentKind: 2,
  salesCentre: 2,
  contactCode: 8356,
  customerCode: 5_500_014,
  saleKind: 1,
  intermediary: 31,
  remarks: 'پیش‌فاکتور نمونه',
  title: 'پیش فاکتور فروش نمونه',
  lines: [
    { productCode: '500102014', unit: 'عدد', quantity: 1, price: 2500000, discount: 0 },
    { productCode: '500102020', unit: 'قطعه', quantity: 2.5, price: 1200000, discount: 150000 },
  ],
}

const { contactCode: _none, ...withoutContact } = preInvoice

/** The pre-invoice of the recorded exchanges that were refused: without `codecontact`, and with a contact's code as `codemoshtari`. */
export const refusedPreInvoice: PreInvoice = {
  ...withoutContact,
  saleModel: 5,
  salesCentre: 5,
  customerCode: 8356,
  title: 'پیش فاکتور فروش PI_5',
}
