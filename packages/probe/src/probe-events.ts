import type { System } from '@siagh-sync/siagh-client'
import type { Progress, SyncError } from '@siagh-sync/sync-core'
import type { Finding } from './finding'
import type { Proposal } from './propose/proposal'
import type { SiteQuestion } from './propose/site-questions'
import type { CustomerNumbers } from './samples/customer-numbers'
import type { DocumentCounts } from './samples/document-counts'
import type { IdentityCounts } from './samples/identity-counts'
import type { RefIdCounts } from './samples/ref-ids'
import type { ContactCounts } from './siagh/contact-counts'

/** The options of a probe. */
export interface ProbeOptions {
  /** How many identities of each type, and how many documents of each kind, are read at most. Default 100. */
  readonly sample?: number
  /** Ids of documents to read beside those that `find` shows: where the CRM refuses `find`, there are no others. */
  readonly documents?: readonly string[]
  readonly signal?: AbortSignal
}

/** A server that could not be asked. */
export interface ProbeFailure {
  readonly system: System
  readonly error: SyncError
}

/** Siagh's contact list in numbers. */
export interface ContactsSeen extends ContactCounts {
  readonly unreadable: number
  readonly bytes: number
  readonly ms: number
}

/** The identities that were read, in numbers. */
export interface IdentitiesSeen extends IdentityCounts {
  /** How many the first page of the list has. */
  readonly listed: number
  /** Whether the CRM has no more than these. */
  readonly isWhole: boolean
}

/** What a probe has found. It holds no data of a person or company: counts, and the codes and names that an administrator has chosen. */
export interface ProbeReport {
  /** `false`: the signal has ended it. */
  readonly complete: boolean
  readonly findings: readonly Finding[]
  /** Absent: Siagh did not show its contacts. */
  readonly contacts?: ContactsSeen
  /** Absent: the CRM did not let the probe in. */
  readonly identities?: IdentitiesSeen
  readonly documents?: DocumentCounts
  readonly refIds?: RefIdCounts
  readonly customerNumbers?: CustomerNumbers
  /** Rules that the site should set. Each says what it rests on. */
  readonly proposals: readonly Proposal[]
  /** What only a person can answer. */
  readonly questions: readonly SiteQuestion[]
  readonly failures: readonly ProbeFailure[]
}

/** What a probe reports while it works. `finished` is the last event. */
export type ProbeEvent =
  | {
      readonly kind: 'progress'
      readonly phase: 'asking-crm' | 'reading-siagh' | 'sampling-identities' | 'sampling-documents'
      readonly progress: Progress
    }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'failed'; readonly failure: ProbeFailure }
  | { readonly kind: 'finished'; readonly report: ProbeReport }
