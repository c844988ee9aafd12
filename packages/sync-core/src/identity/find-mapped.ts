import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import type { ContactList } from '../matching/contact-list'
import { locateMapped, type MappedContact } from '../matching/locate-mapped'

/**
 * Looks the contact of a linked mapping up in Siagh's list. What another process has made or written since an older list was
 * read is not in it: an update that started from there would bring back what that process has emptied, and absence proves nothing.
 * So unless this process was the last to write, only a list that was read after the mapping was written counts.
 */
export function findMapped(run: Run, mapping: LinkedMapping): ResultAsync<MappedContact, SyncError> {
  const { siagh, now, asked, writtenAt } = timesOf(run, mapping)
  return safeTry(async function* () {
    const isOwn = run.contacts.wroteLast(Number(siagh.code), mapping.version)
    const list = yield* run.contacts.read(run.siagh, isOwn ? asked : Math.max(asked, Math.min(writtenAt, now)))
    const found = yield* locate(run, list, mapping)
    if (found.is === 'listed') return ok(found)
    return locate(run, yield* run.contacts.read(run.siagh, Math.min(writtenAt, now)), mapping)
  })
}

/** The same by a list of Siagh's own that was read when the run was asked for or later: what this process remembers of its writes does not count. */
export function findMappedAfresh(run: Run, mapping: LinkedMapping): ResultAsync<MappedContact, SyncError> {
  return safeTry(async function* () {
    for (let reading = 1; ; reading += 1) {
      const { siagh, now, asked, writtenAt } = timesOf(run, mapping)
      const since = Math.min(Math.max(asked, writtenAt), now)
      const list = yield* run.contacts.read(run.siagh, since, Number(siagh.code))
      const found = yield* locate(run, list, mapping)
      // A row without a `RecordId` is not Siagh's: another run of this process wrote the contact while the list was on its way.
      if (found.is !== 'listed' || found.row.RecordId !== '' || reading === READINGS) return ok(found)
    }
  })
}

const READINGS = 3

type LinkedMapping = Pick<Mapping, 'key' | 'siagh' | 'detail' | 'version' | 'updatedAt'>

/**
 * A contact without a `RecordId` in its mapping is known by what was written. Another run may have written it since the mapping was read, as of a
 * document's customer: then the newest mapping tells, since it is saved before the write.
 */
function locate(run: Run, list: ContactList, mapping: LinkedMapping): ResultAsync<MappedContact, SyncError> {
  const found = locateMapped(list, mapping)
  if (found.is !== 'replaced' || mapping.siagh?.recordId !== undefined) return okAsync(found)
  return run.mappings
    .get(mapping.key)
    .map((newest) => (newest?.state === 'linked' ? locateMapped(list, newest) : found))
}

/** All on our clock. */
function timesOf(run: Run, { siagh = { code: '' }, updatedAt }: Pick<Mapping, 'siagh' | 'updatedAt'>) {
  const now = run.clock.now()
  const asked = Math.max(now - run.rules.contactListMaxAgeMs, Math.min(run.askedAt, now))
  return { siagh, now, asked, writtenAt: toOwnTime(run.hold, updatedAt, run.clock) + 1 }
}
