import { z } from '@hono/zod-openapi'
import type { EntityKind, IdentityType, OutcomeKind, SyncErrorKind, Trigger, Warning } from '@siagh-sync/sync-core'

/** The names of a union type. The compiler sees when one is missing. */
const names = <Name extends string>(all: Readonly<Record<Name, true>>) => z.enum(Object.keys(all) as Name[])

/** A kind of record. */
export const kind = names<EntityKind>({ identity: true, invoice: true, quote: true }).openapi('RecordKind')

/** The type of an identity. */
const identityType = names<IdentityType>({ person: true, organization: true }).openapi('IdentityType')

/** A GUID of the CRM, in lower case after it was read. */
export const id = z
  .guid()
  .transform((guid) => guid.toLowerCase())
  .openapi({ type: 'string', format: 'uuid', example: '2b1f0c6e-8a55-4d3e-9f10-000000000001' })

/** A point in time. */
export const instant = z.int().openapi('Instant', { description: 'Milliseconds since 1970-01-01T00:00:00Z.' })

/** What a run has done. */
export const outcomeKind = names<OutcomeKind>({
  created: true,
  updated: true,
  linked: true,
  unchanged: true,
  gone: true,
  skipped: true,
  'changed-after-posting': true,
  shadowed: true,
  retried: true,
  released: true,
  refused: true,
}).openapi('OutcomeKind')

/** The kind of an error. */
export const errorKind = names<SyncErrorKind>({
  unavailable: true,
  rate_limited: true,
  malformed: true,
  outcome_unknown: true,
  unauthorized: true,
  rejected: true,
  not_found: true,
  defect: true,
  store_unavailable: true,
  foreign_store: true,
  invalid_change: true,
  invalid_data: true,
  ambiguous_match: true,
  contact_replaced: true,
  contact_unreadable: true,
  no_account_party: true,
  in_doubt: true,
  held: true,
  busy: true,
}).openapi('ErrorKind')

/** What has started a run. */
export const trigger = names<Trigger>({
  webhook: true,
  'catch-up': true,
  import: true,
  operator: true,
  direct: true,
  revisit: true,
}).openapi('Trigger')

/** Something that a person should look at. It did not stop the record. */
export const warning = names<Warning>({
  national_code_checksum: true,
  code_lost_digits: true,
  phone_not_understood: true,
  phone_left_out: true,
  contact_deactivated: true,
  record_id_not_written_back: true,
  toll_in_remarks: true,
  additional_costs_in_remarks: true,
  remarks_shortened: true,
}).openapi('Warning')

/** The key of a record. */
export const recordKey = z.object({ company: z.string(), kind, id: z.string() }).openapi('RecordKey')

/** The ids of a contact or a pre-invoice in Siagh. */
export const siaghIds = z
  .object({
    code: z.string().openapi({ description: '`Code` of a contact, internal code of a pre-invoice.' }),
    recordId: z.string().optional(),
    number: z.string().optional().openapi({ description: 'Number of a pre-invoice, as people see it.' }),
  })
  .openapi('SiaghIds')

/** An error, worded in the language of the reader. */
const spokenError = z
  .object({
    kind: errorKind,
    code: z.string().optional().openapi({ description: 'Code of the message: the same in every language.' }),
    message: z.string(),
    details: z.array(z.string()).readonly().openapi({ description: 'Reasons, issues or candidates, one line each.' }),
  })
  .openapi('RecordError')

/** An answer that says why nothing was done. */
export const problem = z
  .object({
    error: z.string().openapi({ description: 'A word for programs.', example: 'not_failed' }),
    code: z.string().optional().openapi({ description: 'Code of the message: the same in every language.' }),
    message: z.string().optional().openapi({ description: 'A sentence in the language of the reader.' }),
  })
  .openapi('Problem')

/** A value that may be missing. A reference in OpenAPI can be null only as one of several forms. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()])

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).readonly(),
    next: z.string().optional().openapi({ description: 'For `after`. Absent on the last page.' }),
  })

/** The query of a list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().optional().openapi({ description: '`next` of the page before, with the same filter.' }),
})

/** The query of a call that changes something. A misspelt filter would change more than was meant, so it is refused. */
export const exactQuery = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, lang: z.enum(['en', 'fa']).optional().openapi({ description: 'Of the messages.' }) })

/** The path to one record. */
export const recordPath = z.object({ company: z.string(), kind, id })

/** The path to a company. */
export const companyPath = z.object({ company: z.string().openapi({ example: 'default' }) })

/** A write that does not leave by itself. */
export const heldChange = z
  .object({
    key: recordKey,
    state: z.enum(['held', 'released', 'refused', 'written', 'shadow']),
    write: z.enum(['make_contact', 'change_contact', 'post_document', 'write_ref_id', 'none']),
    fingerprint: z.string().openapi({ description: 'Hash of exactly what would be sent. Empty: that is not known.' }),
    fields: z.array(z.string()).readonly().openapi({ description: 'Fields of an existing contact that would change.' }),
    waitsFor: z.string().optional().openapi({ description: "The id of the document's customer, who comes first." }),
    at: instant,
  })
  .openapi('HeldWrite')

/** What is noted about a record, and how far it is. */
export const entry = z
  .object({
    key: recordKey,
    generation: z.int(),
    event: z.enum(['insert', 'update', 'delete']),
    type: identityType.optional(),
    trigger,
    notedAt: instant.openapi({ description: 'When the oldest change was noted that is not handled.' }),
    latestAt: instant.openapi({ description: 'When the latest change was noted.' }),
    state: z.enum(['pending', 'failed', 'settled']),
    attempts: z.int(),
    dueAt: instant,
    error: spokenError.optional(),
  })
  .openapi('InboxEntry')
