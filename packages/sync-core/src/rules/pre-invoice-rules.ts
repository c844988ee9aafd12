import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import * as z from 'zod'
import { saleModelOfTypeCode, titleOfTypeCode } from '../invoice/sale-model'
import { aFunction, code, listOf, section, text, type InputOf, type OutputOf } from './values'

/** The codes by which a pre-invoice names its customer, whole numbers above 0. */
export interface CustomerCodes {
  /** `codecontact`, the contact's `Code`; absent is sent empty. */
  readonly contactCode?: number
  /** `codemoshtari`, the code of the account party that is billed. */
  readonly customerCode: number
}

type OfTypeCode<T> = (typeCode?: string) => T
type OfDocument = (document: Invoice | Quote, kind: 'invoice' | 'quote') => boolean

const totalsShape = {
  /**
   * Whether the discount of a document comes on top of the discounts of its lines, or includes them. By
   * default the reading that makes the `finalValue` of the document. Default `by-final-value`.
   */
  discount: z.enum(['by-final-value', 'on-top', 'included']).default('by-final-value'),
  /**
   * Whether a row is worth its price times its count, or its `totalUnitPrice`, which a formula may have made. Default
   * `by-final-value`.
   */
  rows: z.enum(['by-final-value', 'price', 'total']).default('by-final-value'),
}

/** How the amounts of a document are to be read. */
export interface TotalsRules extends OutputOf<typeof totalsShape> {}
/** How the amounts of a document are to be read, where a site knows it. */
export interface TotalsRulesInput extends InputOf<typeof totalsShape> {}

const preInvoiceShape = {
  /** `hssanadstate`. Default 8. */
  state: code.default(8),
  /** `codenoeesanad`. Default 2, a sales pre-invoice. */
  documentKind: code.default(2),
  /** `codesalemodel` for a CRM type code. Default: the number in the code (`PI_5` gives 5), 1 where there is none. */
  saleModel: aFunction<OfTypeCode<number>>().default(() => saleModelOfTypeCode),
  /** `codemarkazforush`. Default `sale-model`: the sale model's number, as the live installation sends. */
  salesCentre: z.union([z.literal('sale-model'), code], "must be 'sale-model' or a whole number").default('sale-model'),
  /** `codenoeepardakht`: 1 cash, 2 cheque. Default 2. */
  paymentKind: code.default(2),
  /**
   * The codes of the customer. `account-party`: `codecontact` is the contact's `Code` and `codemoshtari` its `AccountPartyCode`, as in the one
   * request that Siagh is known to have accepted. `contact`: `codemoshtari` is the contact's `Code`, and `codecontact` is empty. Or a function of the
   * contact's row. Default `account-party`.
   */
  customer: z
    .union(
      [z.enum(['account-party', 'contact']), aFunction<(row: SiaghUser) => CustomerCodes>()],
      "must be 'account-party', 'contact' or a function",
    )
    .default('account-party'),
  /** `codenoeeforush`. Default 1. */
  saleKind: code.default(1),
  /** `codevaseteh`; `null` is sent empty. Default 31, as the live installation sends. */
  intermediary: code.nullable().default(31),
  /** The unit of a line whose product has none. Default `عدد`. */
  unit: text.default('عدد'),
  /** Unit names of the CRM that are called otherwise in Siagh. Default: none. */
  units: z.record(z.string(), text).default({}) as z.ZodDefault<z.ZodType<Readonly<Record<string, string>>>>,
  /** The title shown on the document. Default `پیش فاکتور فروش PI_5`. */
  title: aFunction<OfTypeCode<string>>().default(() => titleOfTypeCode),
  /** `salmali`: that of Siagh's login answer, the Jalali year of the document's date, or a fixed year. Default `login`. */
  fiscalYear: z
    .union(
      [z.literal('login'), z.literal('document-date'), z.int().min(1300).max(1600)],
      "must be 'login', 'document-date' or a Jalali year, as in 1404",
    )
    .default('login'),
  /**
   * What becomes of a toll and of additional costs, which a pre-invoice has no field for: the document is refused, or
   * their amounts are told in the remarks. Default `refuse`.
   */
  extras: z.enum(['refuse', 'remarks']).default('refuse'),
  /** How the amounts are to be read, where a site knows it. Their sum has to be the `finalValue` all the same. */
  totals: section<TotalsRules, TotalsRulesInput>(z.strictObject(totalsShape)),
  /**
   * Custom fields of the document (فیلد دلخواه) that are written into the remarks, by their `userKey`s, each as
   * `name: value`. Default: none.
   */
  remarks: listOf(z.array(text)).default([]),
  /** The longest `tozihat`, in UTF-16 code units; only the description is cut to fit it. Default 1,000. */
  maxRemarksLength: z.int().min(300).default(1_000),
  /** Which documents go to Siagh. Default: all. */
  accept: aFunction<OfDocument>().default(() => () => true),
  /**
   * Which documents may be in Siagh although the store does not know them, as after an older store was restored: those are not
   * posted but set apart in doubt, until an operator says what is true. Default: none.
   */
  maybePosted: aFunction<OfDocument>().default(() => () => false),
}

/** How documents become pre-invoices. */
export interface PreInvoiceRules extends OutputOf<typeof preInvoiceShape> {}
/** How documents become pre-invoices, as far as a site wants it otherwise. */
export interface PreInvoiceRulesInput extends InputOf<typeof preInvoiceShape> {}

export const preInvoiceRules = section<PreInvoiceRules, PreInvoiceRulesInput>(z.strictObject(preInvoiceShape))
