import { okAsync, type ResultAsync } from 'neverthrow'
import type { ApiError, SiaghClient } from '@siagh-sync/siagh-client'
import { jalaliYearOf } from '../iran/calendar'
import type { Clock } from '../ports/clock'

const MAX_AGE_MS = 6 * 3_600_000

/**
 * The fiscal year that Siagh names at login. A session may live for months and across a new year, so the year is asked for
 * anew, by a login, when it is older than six hours or the Jalali year in Tehran has changed since.
 */
export interface FiscalYearSource {
  /** Undefined where Siagh names none. */
  read(siagh: Pick<SiaghClient, 'login'>): ResultAsync<number | undefined, ApiError>
}

/** Asks at the first reading. */
export function createFiscalYearSource(clock: Clock): FiscalYearSource {
  let latest: { readonly year: number | undefined; readonly at: number } | undefined

  const isStale = ({ at }: { readonly at: number }, now: number) =>
    now < at || now - at > MAX_AGE_MS || jalaliYearOf(now) !== jalaliYearOf(at)

  return {
    read(siagh) {
      const now = clock.now()
      if (latest && !isStale(latest, now)) return okAsync(latest.year)
      return siagh.login().map(({ fiscalYear }) => {
        latest = { year: fiscalYear, at: now }
        return fiscalYear
      })
    },
  }
}
