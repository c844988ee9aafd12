import { ok, ResultAsync, type Result } from 'neverthrow'
import type { SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import type { ContactList } from '../matching/contact-list'
import { createInstants, type Instant } from '../run/instants'
import { unreadableTeller } from '../reading/tell-unreadable'
import { createOwnWrites, type OwnWrites } from './own-writes'
import { readBelievable, type ContactsUnread, type ListCheck } from './read-believable'

/**
 * Siagh's contact list, read once for everybody: it comes whole or not at all, so no event may cost a reading of its own. What
 * this process writes to Siagh is in it at once.
 */
export interface SharedContactList {
  /**
   * A list whose reading began at `since` or later, and, where a `code` is given, after this process wrote that contact: so the row is Siagh's own
   * and not what this process remembers. At most one reading is under way; callers that can share it do.
   */
  read(siagh: Pick<SiaghClient, 'getAllUsers'>, since: number, code?: number): ResultAsync<ContactList, ContactsUnread>
  /** Takes over a contact that was just written. A contact that was just made has no `RecordId` yet: `''`. */
  remember(row: SiaghUser): void
  /** How many rows of the last list could not be read. `undefined`: this process has read none yet. */
  countUnreadable(): number | undefined
  /** The mapping of this contact, at this version, was recorded by this process after its own write. */
  recorded(code: number, version: number): void
  /** Whether the last to write this contact, as its mapping tells, was this process: then no list of its own is older than that write. */
  wroteLast(code: number, version: number): boolean
}

const RECENT_MS = 3_600_000

interface Loading {
  readonly started: Instant
  readonly place: number
  readonly done: Promise<Result<ContactList, ContactsUnread>>
}

interface Current extends Omit<Loading, 'done'> {
  readonly list: ContactList
}

/**
 * `onUnmarked` is called with an identity's id when the list shows the contact that was made for it without our mark: then only the `RecordId`
 * tells this contact from a later one with the same code.
 */
export function createSharedContactList(
  clock: Clock,
  check: ListCheck,
  onUnmarked: (identityId: string) => void = () => {},
): SharedContactList {
  let current: Current | undefined
  let loading: Loading | undefined
  const writes = createOwnWrites()
  const tellUnreadable = unreadableTeller(check.logger, check.company)
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)

  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const [started, place] = [now(), writes.nextPlace()] as const
    const loaded = readBelievable({ siagh, now, check }, sizeIfRecent(current, started)).then((reading) =>
      reading.list.map((list) => {
        showWrites(list, writes, place, onUnmarked)
        tellUnreadable(list.unreadable)
        current = { started: reading.started, place, list }
        return list
      }),
    )
    return (loading = { started, place, done: loaded.finally(() => (loading = undefined)) })
  }

  const readSince = async (siagh: Pick<SiaghClient, 'getAllUsers'>, since: number, code: number | undefined) => {
    const written = code === undefined ? 0 : writes.placeOf(code)
    const counts = ({ started, place }: Omit<Loading, 'done'>) => isSince(started, since) && place > written
    while (loading && !counts(loading)) await loading.done.then(() => undefined)
    return current && counts(current) ? ok(current.list) : (loading ?? load(siagh)).done
  }

  return {
    read: (siagh, since, code) => new ResultAsync(readSince(siagh, since, code)),
    remember(row) {
      writes.note(row)
      current?.list.put(row)
    },
    countUnreadable: () => current?.list.unreadable.length,
    recorded: (code, version) => void versions.set(code, version),
    wroteLast: (code, version) => versions.get(code) === version,
  }
}

/** Puts into a list what was written since its reading began, and tells of the contacts that it shows without our mark. */
function showWrites(
  list: ContactList,
  writes: OwnWrites,
  place: number,
  onUnmarked: (identityId: string) => void,
): void {
  for (const row of writes.after(place)) list.put(row)
  for (const { Code, RecordId, tmpid } of writes.forgetBefore(place)) {
    if (tmpid && !RecordId && list.byCode(Code)?.tmpid === undefined) onUnmarked(tmpid)
  }
}

/** 0: there was no list, or one of so long ago that people may have cleaned up since. */
function sizeIfRecent(current: Current | undefined, now: Instant): number {
  return current && now.elapsed - current.started.elapsed < RECENT_MS ? current.list.size : 0
}
