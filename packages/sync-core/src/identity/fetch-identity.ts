import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { readEitherType, type FetchedIdentity } from '../reading/read-either-type'
import { confirmGone } from '../run/confirm-gone'
import type { Hints } from '../run/hints'

export type { FetchedIdentity }

/**
 * Reads the identity as it is now. The type is a hint that may be wrong or missing. It says which type is requested
 * first. Both types are requested before an identity counts as gone. `null`: it is not in the CRM.
 */
export function fetchIdentity(
  run: Pick<Run, 'crm' | 'key'>,
  hints: Hints,
): ResultAsync<FetchedIdentity | null, SyncError> {
  return safeTry(async function* () {
    const read = yield* await readEitherType(run.crm, run.key.id, hints.type)
    switch (read.is) {
      case 'found':
        return ok(read.fetched)
      case 'missing':
        return ok(yield* confirmGone(run, hints, undefined))
      case 'unreadable':
        return read.mayBeMissing ? ok(yield* confirmGone(run, hints, read.error)) : err(read.error)
    }
  })
}
