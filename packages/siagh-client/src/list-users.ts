import { defect, malformed, unavailable, type ApiError, type BodyReader, type Transport } from '@siagh-sync/http-client'
import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { Client } from 'openapi-fetch'
import type { paths } from './generated/siagh'
import { createListReader } from './read/list-reader'
import type { UserRows } from './read/user-rows'
import { createUsersReader } from './read/users-reader'
import type { ListOptions, SiaghClient, UnreadableRow } from './client-types'
import type { SiaghSession, SiaghUser } from './types'

/** What is needed to read lists. */
export interface ListSource {
  readonly api: Client<paths, 'application/json'>
  readonly transport: Transport<SiaghSession>
  /** The most that is read of a list that is kept in memory, in bytes. */
  readonly maxListBytes: number
}

type Filter = Readonly<Record<string, unknown>>
type ListCalls = Pick<
  SiaghClient,
  'getAllUsers' | 'readUsers' | 'findUsers' | 'findContactByRecordId' | 'findContactByCustomerNumber'
>

const usersPath = '/api/Sgh/GEN/Gn_Web_Users/GetAll'

/** The calls that read the contact list. */
export function listCalls(source: ListSource): ListCalls {
  return {
    getAllUsers: (call) => readWhole(source, undefined, call).map(({ users }) => [...users]),
    readUsers: (call = {}) => readBatches(source, call),
    findUsers: (filter, call) => readWhole(source, filter, call).map(({ users }) => [...users]),
    findContactByRecordId(recordId, call) {
      const wanted = recordId.toLowerCase()
      const isWanted = (id: string | undefined) => id?.toLowerCase() === wanted
      return readWhole(source, undefined, call).andThen((rows) =>
        findIn(
          rows,
          ({ RecordId }) => isWanted(RecordId),
          (row) => row.recordId === undefined || isWanted(row.recordId),
        ),
      )
    },
    findContactByCustomerNumber: (code, call) =>
      readWhole(source, undefined, call).andThen((rows) =>
        findIn(
          rows,
          ({ Code }) => Code === code,
          (row) => row.code === undefined || row.code === code,
        ),
      ),
  }
}

/** Finds a contact. `null` only if no unreadable row may be the contact. */
function findIn(
  { users, unreadable }: UserRows,
  isIt: (user: SiaghUser) => boolean,
  mayBeIt: (row: UnreadableRow) => boolean,
): Result<SiaghUser | null, ApiError> {
  const found = users.find(isIt)
  if (found !== undefined) return ok(found)
  const hidden = unreadable.find(mayBeIt)
  if (hidden === undefined) return ok(null)
  const path = hidden.field === '' ? String(hidden.index) : `${hidden.index}.${hidden.field}`
  return err(malformed('siagh', path, 'The contact may be a row of the list that cannot be read'))
}

function send(
  { api, transport }: ListSource,
  reader: () => BodyReader<UserRows>,
  call: ListOptions,
  details: { readonly filter?: Filter | undefined; readonly maxBytes?: number } = {},
) {
  const { filter, maxBytes } = details
  return transport.stream({
    signal: call.signal,
    send: (fetch) => (filter ? api.POST(usersPath, { body: { ...filter }, fetch }) : api.GET(usersPath, { fetch })),
    reader,
    maxBytes,
  })
}

/** Also a list that is kept is read while it arrives, because its text needs more memory than its rows. */
function readWhole(source: ListSource, filter: Filter | undefined, call: ListOptions = {}) {
  const read = async (): Promise<Result<UserRows, ApiError>> => {
    const lists = send(source, createListReader, call, { filter, maxBytes: source.maxListBytes })
    // Reads to the end: leaving a stream earlier cancels the call.
    let whole: Result<UserRows, ApiError> = err(malformed('siagh', ''))
    for await (const list of lists) whole = list
    return whole.andTee((rows) => reportUnreadable(rows, call))
  }
  return ResultAsync.fromPromise(read(), defect)
    .andThen((rows) => rows)
    .mapErr(asOutage)
}

async function* readBatches(
  source: ListSource,
  call: ListOptions,
): AsyncGenerator<Result<readonly SiaghUser[], ApiError>, void, undefined> {
  for await (const batch of send(source, createUsersReader, call)) {
    if (batch.isOk()) reportUnreadable(batch.value, call)
    if (batch.isErr() || batch.value.users.length > 0) yield batch.map(({ users }) => users).mapErr(asOutage)
  }
}

/**
 * The list is not about one record. If the server refuses it (HTTP 403 and others) or does not have it, no record can
 * be handled, and the server may send it later.
 */
function asOutage(error: ApiError): ApiError {
  return error.kind === 'rejected' || error.kind === 'not_found' ? unavailable('siagh', error.message) : error
}

function reportUnreadable({ unreadable }: UserRows, { onUnreadable }: ListOptions): void {
  if (onUnreadable) for (const row of unreadable) onUnreadable(row)
}
