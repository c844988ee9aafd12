import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { ApiError, SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import { contactList, type ContactList } from './contact-list'
import { createInstants, type Instant } from './instants'

/**
 * Siagh's contact list, read once for everybody: it comes whole or not at all, so no event may cost a reading of its own. What
 * this process writes to Siagh is in it at once.
 */
export interface ContactIndex {
  /** A list whose reading began at `since` or later. At most one reading is under way; callers that can share it do. */
  read(siagh: Pick<SiaghClient, 'getAllUsers'>, since: number): ResultAsync<ContactList, ApiError>
  /** Takes over a contact that was just written. A contact that was just made has no `RecordId` yet: `''`. */
  remember(row: SiaghUser): void
  /** The mapping of this contact, at this version, was recorded by this process after its own write. */
  recorded(code: number, version: number): void
  /** Whether the last to write this contact, as its mapping tells, was this process: then no list of its own is older than that write. */
  wroteLast(code: number, version: number): boolean
}

interface Loading {
  readonly started: Instant
  readonly done: Promise<Result<ContactList, ApiError>>
}

export function createContactIndex(clock: Clock): ContactIndex {
  let current: { readonly started: Instant; readonly list: ContactList } | undefined
  let loading: Loading | undefined
  // Our own writes by code, and when: a reading that began before one of them may not show it.
  const written = new Map<number, { readonly row: SiaghUser; readonly elapsed: number }>()
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)

  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const started = now()
    const reading = Promise.resolve(siagh.getAllUsers()).then((rows): Result<ContactList, ApiError> => {
      if (rows.isErr()) return err(rows.error)
      const list = contactList(rows.value)
      for (const [code, { row, elapsed }] of written) {
        if (elapsed >= started.elapsed) list.put(row)
        else written.delete(code)
      }
      current = { started, list }
      return ok(list)
    })
    const done = reading.finally(() => (loading = undefined))
    loading = { started, done }
    return loading
  }

  const readSince = async (
    siagh: Pick<SiaghClient, 'getAllUsers'>,
    since: number,
  ): Promise<Result<ContactList, ApiError>> => {
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
