import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'

/** The servers that a company's records come from and go to. */
export interface Origin {
  /** The address of Siagh in its normal form, `http://10.0.0.5`. */
  readonly siagh: string
  /** The address of the CRM in its normal form. */
  readonly crm: string
  /** What Siagh's login has said. Absent until a login was answered. */
  readonly login?: SiaghLogin
}

/** Who works in Siagh, and where. */
export interface SiaghLogin {
  readonly userCode: number
  /** Absent where Siagh names none. */
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
  /** All companies of the store, by name. This is the one method that tells of other companies. */
  list(): ResultAsync<readonly CompanyOrigin[], StoreUnavailable>
  /**
   * Records the origin of a company in place of `expected`, where `null` stands for none. `conflict`: another origin is recorded;
   * nothing was written. Of several callers with the same `expected` and different origins one gets `recorded`.
   */
  record(
    company: string,
    origin: Origin,
    expected: Origin | null,
  ): ResultAsync<'recorded' | 'conflict', StoreUnavailable>
}
