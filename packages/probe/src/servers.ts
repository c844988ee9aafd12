import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { Rules } from '@siagh-sync/sync-core'
import type { WatchedAnswers } from './watch-answers'

/** The calls to the CRM that a probe makes. None of them writes. */
export type CrmReads = Pick<
  CrmClient,
  | 'login'
  | 'searchIdentities'
  | 'searchByIdentityType'
  | 'getPerson'
  | 'getOrganization'
  | 'getInvoice'
  | 'getQuote'
  | 'find'
>

/** The calls to Siagh that a probe makes. None of them writes. */
export type SiaghReads = Pick<SiaghClient, 'login' | 'readUsers' | 'findUsers'>

/** The two servers of a company, and what the probe needs beside them. */
export interface ProbedServers {
  readonly crm: CrmReads
  readonly siagh: SiaghReads
  /** The `fetch` of both clients goes through it. */
  readonly answers: Pick<WatchedAnswers, 'last' | 'forget' | 'takeForms'>
  /** The rules of the site, as far as it has set them. */
  readonly rules: Rules
}
