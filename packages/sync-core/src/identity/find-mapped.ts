import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import { locateMapped, type MappedContact } from './locate-mapped'

/**
 * Looks the contact of a linked mapping up in Siagh's list. What another process has made or written since an older list was
 * read is not in it: an update that started from there would bring back what that process has emptied, and absence proves nothing.
 * So unless this process was the last to write, only a list that was read after the mapping was written counts.
 */
export function findMapped(
  run: Run,
  mapping: Pick<Mapping, 'key' | 'siagh' | 'version' | 'updatedAt'>,
): ResultAsync<MappedContact, SyncError> {
  const siagh = mapping.siagh ?? { code: '' }
  const now = run.clock.now()
  const oldest = now - run.rules.contactListMaxAgeMs
  const writtenAt = Math.min(toOwnTime(run.hold, mapping.updatedAt) + 1, now)
  return safeTry(async function* () {
    const isOwn = run.contacts.wroteLast(Number(siagh.code), mapping.version)
    const list = yield* run.contacts.read(run.siagh, isOwn ? oldest : Math.max(oldest, writtenAt))
    const found = locateMapped(list, siagh, mapping.key.id)
    if (found.is === 'listed') return ok(found)
    return ok(locateMapped(yield* run.contacts.read(run.siagh, writtenAt), siagh, mapping.key.id))
  })
}
