import type { ContactFields } from '../types'
import type { FormRecord } from './form-record'
import { encodePairs, type Pair } from './pairs'

/** The names of the contact form's `ctrlValues`. `Param1` is there in an update alone. */
export type ContactControl = 'Param1' | 'NickName' | `gn_web_users.${keyof ContactFields}`

/** The names of the contact form's `parameters`. */
export type ContactParameter = 'CodeMain'

// The order of the live installation's own requests.
const fieldOrder = [
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
] as const satisfies readonly (keyof ContactFields)[]

/** A contact as the form wants it. `code` makes it an update: Siagh wants it twice and makes a new contact without `Param1`. */
export function toContactForm(contact: ContactFields, code?: number): FormRecord<ContactControl, ContactParameter> {
  const fields = fieldOrder.map((name): Pair<ContactControl> => [`gn_web_users.${name}`, contact[name]])
  // A placeholder that Siagh fills in itself; sent literally.
  const nickName: Pair<ContactControl> = ['NickName', 'dbgrid1.#nickname#']
  const target: Pair<ContactControl>[] = code === undefined ? [] : [['Param1', code]]
  return {
    ctrlValues: encodePairs<ContactControl>([...target, nickName, ...fields]),
    parameters: encodePairs<ContactParameter>([['CodeMain', code]]),
    dataRows: '[]',
  }
}
