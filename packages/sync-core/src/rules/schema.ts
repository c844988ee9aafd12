import type { Invoice, Organization, Person, Quote } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { SyncError } from '../errors'
import type { ContactDraft } from '../identity/contact-draft'
import type { PreInvoiceDraft } from '../invoice/pre-invoice-draft'
import type { IdentityDraft } from '../to-identity/identity-draft'
import type { IdentityType } from '../types'
import { catchUpRules, findRules } from './catch-up-rules'
import { contactRules } from './contact-rules'
import { plain, type CustomerNumberCodec } from './customer-number'
import { importRules } from './import-rules'
import { preInvoiceRules } from './pre-invoice-rules'
import { formRules, retentionRules, retryRules } from './running-rules'
import { aFunction, listOf, milliseconds, type InputOf, type OutputOf } from './values'

/** Turns an identity of the CRM into a contact of Siagh; pure, and the same for the same input. */
export type ToContact = (
  identity: Person | Organization,
  type: IdentityType,
  rules: Rules,
) => Result<ContactDraft, SyncError>

/** Turns a document of the CRM into a pre-invoice of Siagh; pure, and the same for the same input. */
export type ToPreInvoice = (
  document: Invoice | Quote,
  kind: 'invoice' | 'quote',
  rules: Rules,
) => Result<PreInvoiceDraft, SyncError>

/** Turns a contact of Siagh into an identity of the CRM, for the initial import; pure, and the same for the same input. */
export type ToIdentity = (row: SiaghUser, type: IdentityType, rules: Rules) => Result<IdentityDraft, SyncError>

const customerNumber = z.custom<CustomerNumberCodec>(
  (value) => z.object({ decode: aFunction(), encode: aFunction() }).safeParse(value).success,
  'must be plain(), prefixed({ prefix, offset }) or an object with the functions decode and encode',
)

const rulesShape = {
  /** Ids of the installation's forms. */
  forms: formRules,
  /** The `TowardType` of an organization in Siagh's contact list. Default `true`, as on the live system. */
  organizationTowardType: z.boolean().default(true),
  /** How the CRM's customer number names a Siagh `Code`. Default `plain()`. */
  customerNumber: customerNumber.default(() => plain()),
  /** The letters sent to Siagh; `arabic` (ي and ك) for an installation whose older clients wrote those. Default `persian`. */
  letters: z.enum(['persian', 'arabic']).default('persian'),
  /** The unit that Siagh is kept in; the CRM is in Rial. 1 toman is 10 Rial, 1 new Rial 10,000. Default `rial`. */
  money: z.enum(['rial', 'toman', 'new-rial']).default('rial'),
  /** By what an unmapped identity finds its contact, in this order. Default `refId`, then `customerNumber`. */
  matchOrder: listOf(z.array(z.enum(['refId', 'customerNumber']))).default(['refId', 'customerNumber']),
  contact: contactRules,
  preInvoice: preInvoiceRules,
  find: findRules,
  catchUp: catchUpRules,
  import: importRules,
  retry: retryRules,
  /** How old the contact list may be when a contact is created on its word. Default 60,000 ms. */
  contactListMaxAgeMs: milliseconds.default(60_000),
  /**
   * Which part of the contacts that are known the contact list has to hold, from 0 to 1. A list that holds less is not believed: it counts as an
   * outage of Siagh. Default 0.8.
   */
  contactListMinShare: z.number().min(0).max(1).default(0.8),
  /** How long a worker holds a record unless it renews. Default 60,000 ms. */
  leaseMs: milliseconds.default(60_000),
  /** The pause between two runs of one record. Default 1,000 ms. */
  settleDelayMs: z.int().min(0).default(1_000),
  /** How often the sweep looks for changes that nobody handles. Default 60,000 ms. */
  sweepEveryMs: milliseconds.default(60_000),
  retention: retentionRules,
  /** Replaces `toContact`. */
  toContact: aFunction<ToContact>().exactOptional(),
  /** Replaces `toPreInvoice`. */
  toPreInvoice: aFunction<ToPreInvoice>().exactOptional(),
  /** Replaces `toIdentity`. */
  toIdentity: aFunction<ToIdentity>().exactOptional(),
}

/** Everything that differs from site to site, with every default filled in. */
export interface Rules extends OutputOf<typeof rulesShape> {}

/** What a site gives: only what it wants otherwise than the defaults of `Rules`. */
export interface RulesInput extends InputOf<typeof rulesShape> {}

/** Checks a `RulesInput` and fills in what it leaves out. */
export const rulesSchema = z.strictObject(rulesShape)
