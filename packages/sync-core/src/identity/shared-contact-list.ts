import { ok, ResultAsync, type Result } from 'neverthrow'
import type { SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import type { ContactList } from '../matching/contact-list'
import { createInstants, type Instant } from '../run/instants'
import { createUnreadableLog } from '../reading/log-unreadable'
import { createOwnWrites, type OwnWrites } from './own-writes'
import { readBelievable, type ContactsUnread, type ListCheck } from './read-believable'

/**
 * Siagh's contact list, read once for all runs. Siagh sends the whole list or nothing, so a single event must not
 * cost a reading. The list shows the writes of this process at once.
 */
export interface SharedContactList {
  /**
   * Returns a list that was requested at `since` or later. If `code` is given, it was also requested after this
   * process wrote that contact, so its row comes from Siagh and not from the memory of this process. At most one
   * reading is under way. Callers that can share it do.
   */
  read(siagh: Pick<SiaghClient, 'getAllUsers'>, since: number, code?: number): ResultAsync<ContactList, ContactsUnread>
  /** Adds a contact that was written just now. A new contact has no `RecordId` yet: `''`. */
  remember(row: SiaghUser): void
  /** How many rows of the last list could not be read. `undefined`: this process has read no list yet. */
  countUnreadable(): number | undefined
  /** Notes that this process has recorded the mapping of this contact, at this version, after its own write. */
  recorded(code: number, version: number): void
  /**
   * Whether this process was the last to write this contact, according to its mapping. If so, the lists of this
   * process show that write.
   */
  wroteLast(code: number, version: number): boolean
}

/** The shared list as one run uses it. */
export interface ContactSource extends Pick<SharedContactList, 'remember' | 'recorded' | 'wroteLast'> {
  /** `read` of the shared list, by the run's own calls. */
  read(since: number, code?: number): ResultAsync<ContactList, ContactsUnread>
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
 * Calls `onWithoutTmpid` with an identity's id if the list shows a new contact without our `tmpid`. Then only the `RecordId`
 * distinguishes this contact from a later one with the same code.
 */
export function createSharedContactList(
  clock: Clock,
  check: ListCheck,
  onWithoutTmpid: (identityId: string) => void = () => {},
): SharedContactList {
  let current: Current | undefined
  let loading: Loading | undefined
  const [writes, logUnreadable] = [createOwnWrites(), createUnreadableLog(check.logger, check.company)] as const
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)
  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const [started, place] = [now(), writes.nextPlace()] as const
    const loaded = readBelievable({ siagh, now, check }, sizeIfRecent(current, started)).then((reading) =>
      reading.list.map((list) => {
        showWrites(list, writes, place, onWithoutTmpid)
        logUnreadable(list.unreadable)
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

/**
 * Adds to a list what was written since its reading began, and reports the contacts that the list shows without our
 * `tmpid`.
 */
function showWrites(
  list: ContactList,
  writes: OwnWrites,
  place: number,
  onWithoutTmpid: (identityId: string) => void,
): void {
  for (const row of writes.after(place)) list.put(row)
  for (const { Code, RecordId, tmpid } of writes.forgetBefore(place)) {
    if (tmpid && !RecordId && list.byCode(Code)?.tmpid === undefined) onWithoutTmpid(tmpid)
  }
}

/** 0: there was no list, or it is so old that people may have deleted contacts since. */
function sizeIfRecent(current: Current | undefined, now: Instant): number {
  return current && now.elapsed - current.started.elapsed < RECENT_MS ? current.list.size : 0
}
