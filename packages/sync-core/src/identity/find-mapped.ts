import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import type { ContactList } from '../matching/contact-list'
import { locateMapped, type MappedContact } from '../matching/locate-mapped'

type Finder = Pick<Run, 'hold' | 'askedAt' | 'rules' | 'clock' | 'contacts' | 'others'>

/**
 * Finds the contact of a linked mapping in Siagh's list. A list that was read before another process created or wrote
 * the contact does not show that. An update based on such a list would restore what the other process has emptied,
 * and absence from such a list proves nothing. So if this process was not the last to write the contact, the list
 * must have been read after the mapping was written.
 */
export function findMapped(run: Finder, mapping: LinkedMapping): ResultAsync<MappedContact, SyncError> {
  const { siagh, now, asked, writtenAt } = timesOf(run, mapping)
  return safeTry(async function* () {
    const isOwn = run.contacts.wroteLast(Number(siagh.code), mapping.version)
    const list = yield* run.contacts.read(isOwn ? asked : Math.max(asked, Math.min(writtenAt, now)))
    const found = yield* locate(run, list, mapping)
    if (found.is === 'listed') return ok(found)
    return locate(run, yield* run.contacts.read(Math.min(writtenAt, now)), mapping)
  })
}

/**
 * The same, with a list that was read from Siagh after the run was requested. What this process remembers of its own
 * writes is not used.
 */
export function findMappedAfresh(run: Finder, mapping: LinkedMapping): ResultAsync<MappedContact, SyncError> {
  return safeTry(async function* () {
    for (let reading = 1; ; reading += 1) {
      const { siagh, now, asked, writtenAt } = timesOf(run, mapping)
      const since = Math.min(Math.max(asked, writtenAt), now)
      const list = yield* run.contacts.read(since, Number(siagh.code))
      const found = yield* locate(run, list, mapping)
      // A row without a `RecordId` does not come from Siagh: another run of this process wrote the contact while the
      // list was being read.
      if (found.is !== 'listed' || found.row.RecordId !== '' || reading === READINGS) return ok(found)
    }
  })
}

const READINGS = 3

type LinkedMapping = Pick<Mapping, 'key' | 'siagh' | 'detail' | 'version' | 'updatedAt'>

/**
 * A contact without a `RecordId` in its mapping is recognised by what was written. Another run may have written the
 * contact after this mapping was read: for example the contact of a document's customer. The newest mapping shows
 * that, because the mapping is saved before the write.
 */
function locate(
  { others }: Pick<Run, 'others'>,
  list: ContactList,
  mapping: LinkedMapping,
): ResultAsync<MappedContact, SyncError> {
  const found = locateMapped(list, mapping)
  if (found.is !== 'replaced' || mapping.siagh?.recordId !== undefined) return okAsync(found)
  return others.mappings
    .get(mapping.key)
    .map((newest) => (newest?.state === 'linked' ? locateMapped(list, newest) : found))
}

/** All times on our clock. */
function timesOf(
  run: Omit<Finder, 'contacts' | 'others'>,
  { siagh = { code: '' }, updatedAt }: Pick<Mapping, 'siagh' | 'updatedAt'>,
) {
  const now = run.clock.now()
  const asked = Math.max(now - run.rules.contactListMaxAgeMs, Math.min(run.askedAt, now))
  return { siagh, now, asked, writtenAt: toOwnTime(run.hold, updatedAt, run.clock) + 1 }
}
