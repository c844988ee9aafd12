import type { ContactFields } from '@siagh-sync/siagh-client'

/** A contact with every field that a CRM usually fills. */
export const madeUpContact: ContactFields = {
  isactive: true,
  gender: '',
  websiteaddress: 'www.example.com',
  pocode: '1234567890',
  codeostan: '',
  address: 'تهران، خیابان آزمون، کوچه نمونه، پلاک ۱۲',
  codeshahr: '',
  countrycode: '',
  email: 'sara@example.com',
  fullname: 'سارا آزمونی',
  mobileno: '09000000001',
  telno: '02100000001',
  passno: '0012345679',
  tmpid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  tozihat: '',
  taraftype: 0,
}
