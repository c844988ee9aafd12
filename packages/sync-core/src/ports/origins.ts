import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'

/** The servers that a company's records come from and go to. */
export interface Origin {
  /** The address of Siagh in its normal form. Example: `http://10.0.0.5`. */
  readonly siagh: string
  /** The address of the CRM in its normal form. */
  readonly crm: string
  /** What Siagh's login has returned. Absent: there was no login yet. */
  readonly login?: SiaghLogin
}

/** The user and the branch of the login in Siagh. */
export interface SiaghLogin {
  readonly userCode: number
  /** Absent: Siagh names none. */
  readonly branchCode?: number
}

/** A company of the store. */
export interface CompanyOrigin {
  readonly company: string
  /** `null`: an older version of siagh-sync wrote the records of this company, and recorded no servers. */
  readonly origin: Origin | null
}

/** Which servers each company of the store belongs to. It holds no secret. */
export interface Origins {
  /** All companies of the store, by name. No other method reports other companies. */
  list(): ResultAsync<readonly CompanyOrigin[], StoreUnavailable>
  /**
   * Records the origin of a company instead of `expected` (`null`: none). `conflict`: another origin is recorded, and
   * nothing was written. If several callers have the same `expected` and different origins, one of them gets
   * `recorded`.
   */
  record(
    company: string,
    origin: Origin,
    expected: Origin | null,
  ): ResultAsync<'recorded' | 'conflict', StoreUnavailable>
}
