import * as z from 'zod'
import type { ContactFieldName } from '../identity/contact-draft'
import { isByTypeCode, tableFault, type ByDocument } from './by-document'
import { plain, type CustomerNumberCodec } from './customer-number'
import { splitName } from '../to-identity/split-name'
import type { AcceptIdentity, ImportRules, PreInvoiceRules, Rules, ToContact, ToIdentity, ToPreInvoice } from './shape'

/** The largest code that is sent to Siagh: the largest number of 32 bits. */
export const LARGEST_CODE = 2 ** 31 - 1
const code = z.int().min(0).max(LARGEST_CODE)
// No timer can wait longer.
const LONGEST_MS = 2 ** 31 - 1
const milliseconds = z.int().min(1).max(LONGEST_MS)
const text = z.string().trim().min(1)
const length = z.int().min(1)

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

function aFunction<F>() {
  return z.custom<F>((value) => typeof value === 'function', 'must be a function')
}

/** A rule that may depend on the document. `what` names its values. */
function byDocument<T>(value: z.ZodType<T>, what: string) {
  const forms = [value, z.record(z.string(), value), aFunction<Extract<ByDocument<T>, (...given: never) => unknown>>()]
  return z
    .union(forms as [z.ZodType<ByDocument<T>>], `must be ${what}, a table by type code or a function of the document`)
    .superRefine((rule, context) => {
      const message = isByTypeCode(rule) ? tableFault(rule) : undefined
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
}

const customerNumber = z.custom<CustomerNumberCodec>(
  (value) => z.object({ decode: aFunction(), encode: aFunction() }).safeParse(value).success,
  'must be plain(), prefixed({ prefix, offset }) or an object with the functions decode and encode',
)

const forms = z.strictObject({
  contact: text.default('2BFDA'),
  preInvoice: text.default('43D81'),
})

const maxLengths = z.strictObject({
  fullname: length.default(250),
  mobileno: length.default(20),
  telno: length.default(20),
  email: length.default(250),
  websiteaddress: length.default(250),
  address: length.default(1_000),
  pocode: length.default(20),
  passno: length.default(20),
  tozihat: length.default(4_000),
})

const contact = z.strictObject({
  accept: aFunction<AcceptIdentity>().default(() => () => true),
  fields: z.partialRecord(z.enum(CONTACT_FIELDS), text).default({}),
  owned: z.array(z.enum(CONTACT_FIELDS)).default([...CONTACT_FIELDS]),
  onDelete: z.enum(['nothing', 'deactivate']).default('nothing'),
  provinceField: z.enum(['GeographicCode', 'none']).default('GeographicCode'),
  writeBackRecordId: z.boolean().default(false),
  maxLengths: maxLengths.prefault({}),
})

const totals = z.strictObject({
  discount: z.enum(['by-final-value', 'on-top', 'included']).default('by-final-value'),
  rows: z.enum(['by-final-value', 'price', 'total']).default('by-final-value'),
})

const preInvoice = z.strictObject({
  state: code.default(8),
  documentKind: code.default(2),
  saleKind: byDocument(code, 'a whole number').exactOptional(),
  saleModel: byDocument(code, 'a whole number').exactOptional(),
  salesCentre: byDocument(code, 'a whole number').exactOptional(),
  paymentKind: byDocument(code, 'a whole number').exactOptional(),
  intermediary: byDocument(code.nullable(), 'a whole number, null').exactOptional(),
  title: byDocument(text, 'a text').exactOptional(),
  customer: z
    .union(
      [
        z.enum(['account-party', 'contact']),
        aFunction<Extract<PreInvoiceRules['customer'], (row: never) => unknown>>(),
      ],
      "must be 'account-party', 'contact' or a function",
    )
    .default('account-party'),
  unit: text.default('عدد'),
  units: z.record(z.string(), text).default({}),
  fiscalYear: z
    .union(
      [z.literal('login'), z.literal('document-date'), z.int().min(1300).max(1600)],
      "must be 'login', 'document-date' or a Jalali year, as in 1404",
    )
    .default('login'),
  extras: z.enum(['refuse', 'remarks']).default('refuse'),
  totals: totals.prefault({}),
  remarks: z.array(text).default([]),
  maxRemarksLength: z.int().min(300).default(1_000),
  accept: aFunction<PreInvoiceRules['accept']>().default(() => () => true),
  maybePosted: aFunction<PreInvoiceRules['maybePosted']>().default(() => () => false),
})

const retry = z.strictObject({
  attempts: z.int().min(1).default(12),
  firstDelayMs: milliseconds.default(2_000),
  maxDelayMs: milliseconds.default(900_000),
  afterUnknownWriteMs: milliseconds.default(30_000),
})

const days = z.union([z.literal('for-ever'), z.number().positive()], "must be a number of days or 'for-ever'")

const retention = z.strictObject({
  journalDays: days.default(365),
  settledDays: days.default(30),
})

const typeKeys = z.array(z.string()).min(1, 'must name at least one key').default([''])

const find = z.strictObject({
  typeKeys: z
    .strictObject({ person: typeKeys, organization: typeKeys, invoice: typeKeys, quote: typeKeys })
    .prefault({}),
})

const catchUp = z.strictObject({
  everyMs: z.union([milliseconds, z.literal('never')], "must be a number of milliseconds or 'never'").default(600_000),
  overlapMs: z.int().min(0).default(300_000),
  walkEveryMs: z.int().min(1).default(86_400_000),
})

const importing = z.strictObject({
  accept: z.array(z.enum(['nationalCode', 'mobile', 'nameAndPhone'])).default([]),
  inactive: z.enum(['skip', 'import']).default('skip'),
  splitName: aFunction<ImportRules['splitName']>().default(() => splitName),
  categories: z
    .union(
      [z.array(text), aFunction<Extract<ImportRules['categories'], (row: never) => unknown>>()],
      'must be a list of category keys or a function',
    )
    .default([]),
  typeCode: z.strictObject({ person: text.exactOptional(), organization: text.exactOptional() }).prefault({}),
})

/** Checks a `RulesInput` and fills in what it leaves out. It does not compile where it and `Rules` differ. */
export const rulesSchema = z.strictObject({
  forms: forms.prefault({}),
  organizationTowardType: z.boolean().default(true),
  customerNumber: customerNumber.default(() => plain()),
  letters: z.enum(['persian', 'arabic']).default('persian'),
  money: z.enum(['rial', 'toman', 'new-rial']).default('rial'),
  matchOrder: z.array(z.enum(['refId', 'customerNumber'])).default(['refId', 'customerNumber']),
  contact: contact.prefault({}),
  preInvoice: preInvoice.prefault({}),
  find: find.prefault({}),
  import: importing.prefault({}),
  catchUp: catchUp.prefault({}),
  retry: retry.prefault({}),
  contactListMaxAgeMs: milliseconds.default(60_000),
  contactListLagMs: z.int().min(0).default(360_000),
  contactListMinShare: z.number().min(0).max(1).default(0.8),
  leaseMs: milliseconds.default(60_000),
  settleDelayMs: z.int().min(0).default(1_000),
  sweepEveryMs: milliseconds.default(60_000),
  retention: retention.prefault({}),
  toContact: aFunction<ToContact>().exactOptional(),
  toPreInvoice: aFunction<ToPreInvoice>().exactOptional(),
  toIdentity: aFunction<ToIdentity>().exactOptional(),
}) satisfies z.ZodType<Rules>
