import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { EntityKind, RecordKey, SiaghIds } from '../types'
import type { Page, PageRequest } from './paging'

/** What a mapping points to. Within a company, a contact or pre-invoice code belongs to one mapping of that target. */
export type MappingTarget = 'contact' | 'pre-invoice'

/** How sure it is that the counterpart exists. */
export type MappingState =
  /** A write to Siagh was about to be sent, and its end was not recorded. */
  | 'intent'
  /** The record has its counterpart. */
  | 'linked'
  /** Nobody knows whether the counterpart exists. An operator has to say. */
  | 'in_doubt'

/** What the run stores in addition to the ids. The store does not read it and keeps it as JSON. */
export type MappingDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A mapping to be saved. */
export interface MappingDraft {
  readonly key: RecordKey
  readonly state: MappingState
  readonly siagh?: SiaghIds
  /** Hash of what was last written. `''`: nothing was written. */
  readonly fingerprint: string
  readonly detail: MappingDetail
}

/** A mapping as it was saved. */
export interface Mapping extends MappingDraft {
  /** 1 for a new mapping. Each save adds one. */
  readonly version: number
  readonly updatedAt: number
}

/** The result of `intend`. */
export type SaveMapping =
  | { readonly status: 'saved'; readonly mapping: Mapping }
  /** The mapping is not at `expectedVersion`. Nothing was written. */
  | { readonly status: 'conflict' }
  /** Another record of the company is mapped to this `siagh.code` or `siagh.recordId`. Nothing was written. */
  | { readonly status: 'taken'; readonly by: RecordKey }
  | { readonly status: 'lease_lost' }

/** Which record of the CRM is which in Siagh. */
export interface Mappings {
  /** `null`: this record was never mapped. */
  get(key: RecordKey): ResultAsync<Mapping | null, StoreUnavailable>
  /** The mapping that holds this Siagh code. `null`: there is none. */
  findByCode(company: string, target: MappingTarget, code: string): ResultAsync<Mapping | null, StoreUnavailable>
  /** The mapping that holds this `RecordId`. Letter case does not matter. `null`: there is none. */
  findByRecordId(company: string, recordId: string): ResultAsync<Mapping | null, StoreUnavailable>
  /**
   * The mappings of documents with this number of a pre-invoice, in a stable order, at most 100. Siagh may give a
   * number again in another year, so there may be several.
   */
  findByNumber(company: string, number: string): ResultAsync<readonly Mapping[], StoreUnavailable>
  /** A page of mappings in a stable order. */
  list(
    company: string,
    filter: { readonly kind?: EntityKind; readonly state?: MappingState },
    page: PageRequest,
  ): ResultAsync<Page<Mapping>, StoreUnavailable>
}
