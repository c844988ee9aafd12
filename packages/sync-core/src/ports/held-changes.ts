import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { EntityKind, RecordKey } from '../types'
import type { Page, PageRequest } from './paging'

/** What is known of a write that does not leave by itself. */
export type HeldState =
  /** It waits for an operator. */
  | 'held'
  /** An operator has released it. The next run sends it, if it would still send the same. */
  | 'released'
  /** An operator has refused it. It is not sent and does not wait any more. */
  | 'refused'
  /** It was released and sent while the first writes of a company were held. It is only counted. */
  | 'written'
  /** The record was handled in shadow, or noted and not handled. Nothing was sent. */
  | 'shadow'

/** The kind of a write that is held. `none`: nothing is known of a write. */
export type HeldWrite = 'make_contact' | 'change_contact' | 'post_document' | 'write_ref_id' | 'none'

/** A write that does not leave by itself. A record has at most one. It holds no personal data. */
export interface HeldChange {
  readonly key: RecordKey
  readonly state: HeldState
  readonly write: HeldWrite
  /** Hash of exactly what would be sent. `''`: that is not known, so it cannot be released. */
  readonly fingerprint: string
  /** The names of the fields that would change in an existing contact. */
  readonly fields: readonly string[]
  /** The id of the document's customer, who has to be in Siagh before the document can be held. */
  readonly waitsFor?: string
  /** When this state of the record was reached, in milliseconds since 1970. */
  readonly at: number
}

/** How many records have a held change of this state. */
export interface HeldCount {
  readonly state: HeldState
  readonly kind: EntityKind
  readonly records: number
}

/**
 * What waits for an operator, and what an operator has decided. It is changed only by `Flow.finish`, under the lease
 * of the record, and no purge removes it.
 */
export interface HeldChanges {
  /** `null`: nothing is held of this record. */
  read(key: RecordKey): ResultAsync<HeldChange | null, StoreUnavailable>
  /** Ordered by kind and then by id, so identities come before documents. */
  list(
    company: string,
    filter: { readonly state?: HeldState; readonly waitsFor?: string },
    page: PageRequest,
  ): ResultAsync<Page<HeldChange>, StoreUnavailable>
  /** Counts by state and kind. A pair without records is left out. */
  counts(company: string): ResultAsync<readonly HeldCount[], StoreUnavailable>
}
