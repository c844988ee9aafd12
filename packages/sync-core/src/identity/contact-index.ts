import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import type { ContactList } from './contact-list'
import { createInstants, type Instant } from './instants'
import { readBelievable, type ContactsUnread, type ListCheck, type Reading } from './read-believable'

/**
 * Siagh's contact list, read once for everybody: it comes whole or not at all, so no event may cost a reading of its own. What
 * this process writes to Siagh is in it at once.
 */
export interface ContactIndex {
  /** A list whose reading began at `since` or later. At most one reading is under way; callers that can share it do. */
  read(siagh: Pick<SiaghClient, 'getAllUsers'>, since: number): ResultAsync<ContactList, ContactsUnread>
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
  readonly done: Promise<Result<ContactList, ContactsUnread>>
}

export function createContactIndex(clock: Clock, check: ListCheck): ContactIndex {
  let current: { readonly started: Instant; readonly list: ContactList } | undefined
  let loading: Loading | undefined
  // Our own writes by code, and when: a reading that began before one of them may not show it.
  const written = new Map<number, { readonly row: SiaghUser; readonly elapsed: number }>()
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)

  const recentSize = () => (current && now().elapsed - current.started.elapsed < RECENT_MS ? current.list.size : 0)

  const takeOver = ({ started, list }: Reading): Result<ContactList, ContactsUnread> => {
    if (list.isErr()) return err(list.error)
    for (const [code, { row, elapsed }] of written) {
      if (elapsed >= started.elapsed) list.value.put(row)
      else written.delete(code)
    }
    current = { started, list: list.value }
    return ok(list.value)
  }

  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const started = now()
    const loaded = readBelievable({ siagh, now, check }, recentSize()).then(takeOver)
    loading = { started, done: loaded.finally(() => (loading = undefined)) }
    return loading
  }

  const readSince = async (
    siagh: Pick<SiaghClient, 'getAllUsers'>,
    since: number,
  ): Promise<Result<ContactList, ContactsUnread>> => {
    while (loading && !isSince(loading.started, since)) await loading.done.then(() => undefined)
    if (current && isSince(current.started, since)) return ok(current.list)
    return (loading ?? load(siagh)).done
  }

  return {
    read: (siagh, since) => new ResultAsync(readSince(siagh, since)),
    remember(row) {
      written.set(row.Code, { row, elapsed: now().elapsed })
      current?.list.put(row)
    },
    recorded: (code, version) => void versions.set(code, version),
    wroteLast: (code, version) => versions.get(code) === version,
  }
}
