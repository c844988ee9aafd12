import { okAsync, type ResultAsync } from 'neverthrow'
import type { ApiError, SiaghClient } from '@siagh-sync/siagh-client'
import { jalaliYearOf } from '../iran/calendar'
import type { Clock } from '../ports/clock'

const MAX_AGE_MS = 6 * 3_600_000

/**
 * The fiscal year that Siagh names at login. A session may last for months and into a new year. So siagh-sync logs in
 * again to read the year if it is older than six hours, or if the Jalali year in Tehran has changed since.
 */
export interface FiscalYearSource {
  /** `undefined`: Siagh names none. */
  read(siagh: Pick<SiaghClient, 'login'>): ResultAsync<number | undefined, ApiError>
}

/** Creates the source. It asks Siagh at the first reading. */
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
