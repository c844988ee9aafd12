import type { Organization, Person } from '@siagh-sync/crm-client'
import * as z from 'zod'
import type { ContactFieldName } from '../identity/contact-draft'
import type { IdentityType } from '../types'
import { aFunction, listOf, section, text, type InputOf, type OutputOf } from './values'

const CONTACT_FIELDS = [
  'fullname',
  'mobileno',
  'telno',
  'email',
  'websiteaddress',
  'address',
  'pocode',
  'passno',
  'tozihat',
] as const satisfies readonly ContactFieldName[]

const length = z.int().min(1)

const lengthsShape = {
  fullname: length.default(250),
  mobileno: length.default(20),
  telno: length.default(20),
  email: length.default(250),
  websiteaddress: length.default(250),
  address: length.default(1_000),
  pocode: length.default(20),
  passno: length.default(20),
  tozihat: length.default(4_000),
} satisfies Record<ContactFieldName, z.ZodType>

/** The longest text of each field. */
export interface ContactLengths extends OutputOf<typeof lengthsShape> {}
/** The longest text of some fields. */
export interface ContactLengthsInput extends InputOf<typeof lengthsShape> {}

/** Decides whether an identity belongs into the books. */
export type AcceptIdentity = (identity: Person | Organization, type: IdentityType) => boolean

const contactShape = {
  /**
   * Which identities become contacts. The customer of an accepted document always does, and an identity that Siagh has
   * already is kept up to date. Default: all.
   */
  accept: aFunction<AcceptIdentity>().default(() => () => true),
  /** The fields that an update takes from the CRM; every other keeps what Siagh holds. Default: all of them. */
  owned: listOf(z.array(z.enum(CONTACT_FIELDS))).default(CONTACT_FIELDS),
  /**
   * Fields of the contact that come from a custom field of the CRM (فیلد دلخواه), by its `userKey`, as in
   * `{ passno: 'national_id' }`. If the custom field is empty, the usual field counts. Default: none.
   */
  fields: z.partialRecord(z.enum(CONTACT_FIELDS), text).default({}) as z.ZodDefault<
    z.ZodType<Readonly<Partial<Record<ContactFieldName, string>>>>
  >,
  /** What happens to the contact of an identity that was deleted in the CRM. Default `nothing`. */
  onDelete: z.enum(['nothing', 'deactivate']).default('nothing'),
  /**
   * Where the contact list tells the province code that an update has to send along; `none` sends it empty. Nobody has seen the
   * two side by side: look at one contact before and after an update. Default `GeographicCode`.
   */
  provinceField: z.enum(['GeographicCode', 'none']).default('GeographicCode'),
  /** Whether the contact's `RecordId` is written into the identity's `refId`. Default `false`. */
  writeBackRecordId: z.boolean().default(false),
  /**
   * The longest text that goes into each field, in UTF-16 code units. A longer one is refused: a name that was cut is
   * another name. Siagh's own limits are unknown; the defaults are far above what people type.
   */
  maxLengths: section<ContactLengths, ContactLengthsInput>(z.strictObject(lengthsShape)),
}

/** How identities become contacts. */
export interface ContactRules extends OutputOf<typeof contactShape> {}
/** How identities become contacts, as far as a site wants it otherwise. */
export interface ContactRulesInput extends InputOf<typeof contactShape> {}

export const contactRules = section<ContactRules, ContactRulesInput>(z.strictObject(contactShape))
