import type { ContactFields } from '../types'
import type { FormRecord } from './form-record'
import { encodePairs, type Pair } from './pairs'

/** The names of the contact form's `ctrlValues`. Only an update has `Param1`. */
export type ContactControl = 'Param1' | 'NickName' | `gn_web_users.${keyof ContactFields}`

/** The names of the contact form's `parameters`. */
export type ContactParameter = 'CodeMain'

// The same order as in the requests of the live installation.
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

/**
 * A contact as the form expects it. `code` makes it an update. Siagh needs the code twice: without `Param1` it
 * creates a new contact.
 */
export function toContactForm(contact: ContactFields, code?: number): FormRecord<ContactControl, ContactParameter> {
  const fields = fieldOrder.map((name): Pair<ContactControl> => [`gn_web_users.${name}`, contact[name]])
  // A placeholder that Siagh fills in itself. It is sent literally.
  const nickName: Pair<ContactControl> = ['NickName', 'dbgrid1.#nickname#']
  const target: Pair<ContactControl>[] = code === undefined ? [] : [['Param1', code]]
  return {
    ctrlValues: encodePairs<ContactControl>([...target, nickName, ...fields]),
    parameters: encodePairs<ContactParameter>([['CodeMain', code]]),
    dataRows: '[]',
  }
}
