import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import type { ContactList } from './contact-list'
import { createInstants, type Instant } from './instants'
import { createOwnWrites } from './own-writes'
import { readBelievable, type ContactsUnread, type ListCheck, type Reading } from './read-believable'

/**
 * Siagh's contact list, read once for everybody: it comes whole or not at all, so no event may cost a reading of its own. What
 * this process writes to Siagh is in it at once.
 */
export interface ContactIndex {
  /**
   * A list whose reading began at `since` or later, and, where a `code` is given, after this process wrote that contact: so the row is Siagh's own
   * and not what this process remembers. At most one reading is under way; callers that can share it do.
   */
  read(siagh: Pick<SiaghClient, 'getAllUsers'>, since: number, code?: number): ResultAsync<ContactList, ContactsUnread>
  /** Takes over a contact that was just written. A contact that was just made has no `RecordId` yet: `''`. */
  remember(row: SiaghUser): void
  /** The mapping of this contact, at this version, was recorded by this process after its own write. */
  recorded(code: number, version: number): void
  /** Whether the last to write this contact, as its mapping tells, was this process: then no list of its own is older than that write. */
  wroteLast(code: number, version: number): boolean
}

// People may have cleaned up since a list of an hour ago.
const RECENT_MS = 3_600_000

interface Loading {
  readonly started: Instant
  readonly place: number
  readonly done: Promise<Result<ContactList, ContactsUnread>>
}

/**
 * `onUnmarked` is called with an identity's id when the list shows the contact that was made for it without our mark: then only the `RecordId`
 * tells this contact from a later one with the same code.
 */
export function createContactIndex(
  clock: Clock,
  check: ListCheck,
  onUnmarked: (identityId: string) => void = () => {},
): ContactIndex {
  let current: { readonly started: Instant; readonly place: number; readonly list: ContactList } | undefined
  let loading: Loading | undefined
  const writes = createOwnWrites()
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)

  const recentSize = () => (current && now().elapsed - current.started.elapsed < RECENT_MS ? current.list.size : 0)

  const takeOver = ({ started, list }: Reading, place: number): Result<ContactList, ContactsUnread> => {
    if (list.isErr()) return err(list.error)
    for (const row of writes.after(place)) list.value.put(row)
    for (const made of writes.forgetBefore(place)) {
      if (made.tmpid && !made.RecordId && list.value.byCode(made.Code)?.tmpid === undefined) onUnmarked(made.tmpid)
    }
    current = { started, place, list: list.value }
    return ok(list.value)
  }

  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const [started, place] = [now(), writes.nextPlace()] as const
    const loaded = readBelievable({ siagh, now, check }, recentSize()).then((reading) => takeOver(reading, place))
    loading = { started, place, done: loaded.finally(() => (loading = undefined)) }
    return loading
  }

  const readSince = async (
    siagh: Pick<SiaghClient, 'getAllUsers'>,
    since: number,
    code: number | undefined,
  ): Promise<Result<ContactList, ContactsUnread>> => {
    const written = code === undefined ? 0 : writes.placeOf(code)
    const counts = ({ started, place }: Omit<Loading, 'done'>) => isSince(started, since) && place > written
    while (loading && !counts(loading)) await loading.done.then(() => undefined)
    if (current && counts(current)) return ok(current.list)
    return (loading ?? load(siagh)).done
  }

  return {
    read: (siagh, since, code) => new ResultAsync(readSince(siagh, since, code)),
    remember(row) {
      writes.note(row)
      current?.list.put(row)
    },
    recorded: (code, version) => void versions.set(code, version),
    wroteLast: (code, version) => versions.get(code) === version,
  }
}
