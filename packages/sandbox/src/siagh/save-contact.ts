import type { Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import type { ContactTable } from './contact-table'
import { contactSaved, refused, scriptFailure } from './form-answer'
import { blankRow, type SiaghRow } from './siagh-row'

/** The fields of the contact form, without their `gn_web_users.`; all of them must be sent. */
const fieldNames = [
  'isactive',
  'gender',
  'websiteaddress',
  'pocode',
  'codeostan',
  'address',
  'codeshahr',
  'countrycode',
  'email',
  'fullname',
  'mobileno',
  'telno',
  'passno',
  'tmpid',
  'tozihat',
  'taraftype',
] as const

type FormFields = Record<(typeof fieldNames)[number], string>

/** What a contact is saved with. */
export interface ContactForm {
  readonly ctrlValues: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
}

const readFields = (pairs: ReadonlyMap<string, string>): FormFields | string => {
  const fields: Partial<FormFields> = {}
  for (const name of fieldNames) {
    const value = pairs.get(`gn_web_users.${name}`)
    if (value === undefined) return name
    fields[name] = value
  }
  return fields as FormFields
}

/** Every field is written, the empty ones too. */
const written = (row: SiaghRow, fields: FormFields): SiaghRow => ({
  ...row,
  tmpid: fields.tmpid,
  Name: fields.fullname,
  NationalCode: fields.passno,
  MobileNo: fields.mobileno,
  TelNo: fields.telno,
  Email: fields.email,
  Address: fields.address,
  PostalCode: fields.pocode,
  IsActive: fields.isactive === '1',
  TowardType: fields.taraftype === '1',
  CityCode: fields.codeshahr,
  CountryCode: fields.countrycode,
  GeographicCode: fields.codeostan,
  Gender: fields.gender,
  Description: fields.tozihat,
  WebSiteAddress: fields.websiteaddress,
})

/**
 * Siagh updates only where `CodeMain` and `Param1` name the same contact. With one of them alone, or with two different
 * codes, it makes a new contact.
 */
const codeToUpdate = ({ ctrlValues, parameters }: ContactForm): number | undefined => {
  const codeMain = parameters.get('CodeMain') ?? ''
  return codeMain !== '' && codeMain === ctrlValues.get('Param1') ? Number(codeMain) : undefined
}

/** Saves the contact form. A refusal leaves nothing behind. */
export const saveContact = (
  form: ContactForm,
  table: ContactTable,
  options: {
    readonly dialect: Dialect
    readonly newRecordId: () => string
    readonly newParty: (code: number) => number | null
  },
): Answer => {
  if (!form.parameters.has('CodeMain')) return scriptFailure('CodeMain')
  const fields = readFields(form.ctrlValues)
  if (typeof fields === 'string') return scriptFailure(fields)

  const { contactUpdate, createdContact } = options.dialect
  const named = codeToUpdate(form)
  if (named !== undefined && contactUpdate === 'refused') return refused('ویرایش مخاطب مجاز نیست', options.dialect)
  const code = contactUpdate === 'makes-another' ? undefined : named
  const existing = code === undefined ? undefined : table.get(code)
  if (code !== undefined && existing === undefined) return scriptFailure('Code')
  const { uniqueNumbers } = options.dialect
  if (uniqueNumbers.startsWith('mobile') && table.mobileTaken(fields.mobileno, code))
    return refused('شماره موبایل نمی تواند تکراری باشد.', options.dialect)
  if (uniqueNumbers.endsWith('phone') && table.phoneTaken(fields.telno, code))
    return refused('شماره تلفن نمی تواند تکراری باشد.', options.dialect)

  const row = written(existing ?? blankRow(options.newRecordId(), table.nextCode()), fields)
  table.put(existing ? row : { ...row, AccountPartyCode: options.newParty(row.Code) })
  if (existing === undefined) return contactSaved(row.Code, createdContact)
  return contactSaved(row.Code, contactUpdate === 'no-code' ? 'no-code' : 'return-code')
}
