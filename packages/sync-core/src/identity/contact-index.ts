import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { ApiError, SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import type { StoreUnavailable } from '../errors'
import type { Clock } from '../ports/clock'
import type { Logger } from '../ports/logger'
import type { SiaghIds } from '../types'
import { contactList, type ContactList } from './contact-list'
import { doubtOf } from './doubt-list'
import { createInstants, type Instant } from './instants'

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

/** Why there is no list: Siagh did not answer with one that can be believed, or the store could not say what is known. */
export type ContactsUnread = ApiError | StoreUnavailable

interface Reading {
  readonly started: Instant
  readonly list: Result<ContactList, ContactsUnread>
}

interface Loading {
  readonly started: Instant
  readonly done: Promise<Result<ContactList, ContactsUnread>>
}

/** What a list is held against before it is believed. */
export interface ListCheck {
  /** Contacts that Siagh has, as far as the store knows: all of them, or a sample. */
  readonly known: () => ResultAsync<readonly SiaghIds[], StoreUnavailable>
  /** The rule `contactListMinShare`. */
  readonly minShare: number
  readonly logger: Logger
}

// A list of an hour ago proves nothing about one that people may have cleaned up since.
const SHORT_TIME_MS = 3_600_000

export function createContactIndex(clock: Clock, check: ListCheck): ContactIndex {
  let current: { readonly started: Instant; readonly list: ContactList } | undefined
  let loading: Loading | undefined
  // Our own writes by code, and when: a reading that began before one of them may not show it.
  const written = new Map<number, { readonly row: SiaghUser; readonly elapsed: number }>()
  const versions = new Map<number, number>()
  const { now, isSince } = createInstants(clock)

  const load = (siagh: Pick<SiaghClient, 'getAllUsers'>): Loading => {
    const started = now()
    const loaded = readBelievable(siagh).then(({ started: begun, list: read }): Result<ContactList, ContactsUnread> => {
      if (read.isErr()) return err(read.error)
      const list = read.value
      for (const [code, { row, elapsed }] of written) {
        if (elapsed >= begun.elapsed) list.put(row)
        else written.delete(code)
      }
      current = { started: begun, list }
      return ok(list)
    })
    loading = { started, done: loaded.finally(() => (loading = undefined)) }
    return loading
  }

  /** A list that cannot be believed is asked for once more; then Siagh counts as away. */
  const readBelievable = async (siagh: Pick<SiaghClient, 'getAllUsers'>): Promise<Reading> => {
    const first = await readOnce(siagh)
    if (first.list.isErr() || first.doubt === undefined) return first
    const second = await readOnce(siagh)
    if (second.list.isErr() || second.doubt === undefined) return second
    check.logger.error(
      { system: 'siagh' },
      `${second.doubt}; it is not believed, and nothing is written to Siagh by it`,
    )
    return { ...second, list: err(unavailable(second.doubt)) }
  }

  const readOnce = async (siagh: Pick<SiaghClient, 'getAllUsers'>): Promise<Reading & { readonly doubt?: string }> => {
    const started = now()
    const rows = await siagh.getAllUsers()
    if (rows.isErr()) return { started, list: err(rows.error) }
    const list = contactList(rows.value)
    const mapped = await check.known()
    if (mapped.isErr()) return { started, list: err(mapped.error) }
    const isRecent = current !== undefined && started.elapsed - current.started.elapsed < SHORT_TIME_MS
    const doubt = doubtOf(
      list,
      { mapped: mapped.value, size: isRecent ? (current?.list.size ?? 0) : 0 },
      check.minShare,
    )
    return { started, list: ok(list), ...(doubt !== undefined && { doubt }) }
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

function unavailable(message: string): ApiError {
  return { kind: 'unavailable', retryable: true, system: 'siagh', message }
}
