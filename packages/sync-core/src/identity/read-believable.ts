import { err, ok, type Result, type ResultAsync } from 'neverthrow'
import type { ApiError, SiaghClient, UnreadableRow } from '@siagh-sync/siagh-client'
import type { StoreUnavailable } from '../errors'
import type { Logger } from '../ports/logger'
import type { SiaghIds } from '../types'
import { contactList, type ContactList } from '../matching/contact-list'
import { doubted, doubtOf } from '../matching/doubt-list'
import type { Instant } from '../run/instants'
import type { Worded } from '../messages/saying'

/** What a list is compared with before it is believed. */
export interface ListCheck {
  /** Contacts that Siagh has according to the store: all of them, or a sample. */
  readonly known: () => ResultAsync<readonly SiaghIds[], StoreUnavailable>
  /** The rule `contactListMinShare`. */
  readonly minShare: number
  readonly logger: Logger
  readonly company: string
}

/**
 * Why there is no list: Siagh did not send a list that can be believed, or the store could not name the known
 * contacts.
 */
export type ContactsUnread = ApiError | StoreUnavailable

/** One reading of the list, and the time when it began. */
export interface Reading {
  readonly started: Instant
  readonly list: Result<ContactList, ContactsUnread>
}

interface Reader {
  readonly siagh: Pick<SiaghClient, 'getAllUsers'>
  readonly now: () => Instant
  readonly check: ListCheck
}

/**
 * Reads Siagh's contact list. A list that cannot be believed is read a second time. If the second list cannot be
 * believed either, Siagh counts as away. `size`: the size of the previous list.
 */
export async function readBelievable(reader: Reader, size: number): Promise<Reading> {
  const first = await readOnce(reader, size)
  if (first.doubt === undefined) return first
  const second = await readOnce(reader, size)
  if (second.doubt === undefined) return second
  reader.check.logger.error(
    { system: 'siagh' },
    `${second.doubt.message}; it is not believed, and nothing is written to Siagh by it`,
  )
  return { started: second.started, list: err(unbelievable(second.doubt)) }
}

async function readOnce({ siagh, now, check }: Reader, size: number): Promise<Reading & { readonly doubt?: Worded }> {
  const started = now()
  const unreadable: UnreadableRow[] = []
  const rows = await siagh.getAllUsers({ onUnreadable: (row) => unreadable.push(row) })
  if (rows.isErr()) return { started, list: err(rows.error) }
  const mapped = await check.known()
  if (mapped.isErr()) return { started, list: err(mapped.error) }
  const list = contactList(rows.value, unreadable)
  const doubt = doubtOf(doubted(list, list.size - unreadable.length), { mapped: mapped.value, size }, check.minShare)
  return { started, list: ok(list), ...(doubt !== undefined && { doubt }) }
}

function unbelievable(words: Worded): ApiError {
  return { kind: 'unavailable', retryable: true, system: 'siagh', ...words }
}
