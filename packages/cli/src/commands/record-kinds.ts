import type { DocumentKind, EntityKind } from '@siagh-sync/sync-core'

// The core is not imported for this: the help must not wait for it.
const DOCUMENTS: Readonly<Record<DocumentKind, true>> = { invoice: true, quote: true }
const RECORDS: Readonly<Record<EntityKind, true>> = { identity: true, ...DOCUMENTS }

/** The kinds of document, as a person types them. */
export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as readonly DocumentKind[]

/** The kinds of record, as a person types them. */
export const RECORD_KINDS = Object.keys(RECORDS) as readonly EntityKind[]
