import type { CrmClient, FindCondition, FindPage, FindQuery, FoundObjects } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { ChangedRecord } from './recent-notes'
import { worded } from '../messages/core-messages'

/** Where changed records are asked for. */
export interface ChangeSource {
  readonly kind: keyof FoundObjects
  readonly typeKey: string
}

/** Changes in the order of their time. */
export interface ChangePage {
  /** Not told before in this reading. */
  readonly changes: readonly ChangedRecord[]
  /** All that was changed before this has been told; of what was changed at this very instant, some may be missing. */
  readonly until: number
  /** How many there are in all, where this is the first page. */
  readonly total?: number
}

/** How changes are read. */
export interface Reading {
  /**
   * What is dated later is left alone, as if it were not there: one record with a date of years ahead would else take the mark there, and
   * nothing would be caught until then. It is caught when it is saved again. Default: no date is too late.
   */
  readonly latest?: number
  readonly signal?: AbortSignal
}

/** A question to the CRM. */
type Ask = (conditions: readonly FindCondition[], pageNumber: number) => Promise<Result<Found, SyncError>>

interface Found {
  readonly changes: readonly ChangedRecord[]
  readonly total: number
}

/** 500 works for a search; nobody has seen more. */
const PAGE_SIZE = 500
// How often the records of one instant are read without seeing another one.
const READINGS = 10

/**
 * Everything of a kind that was changed at `since` or later, the oldest change first. A page begins where the one before it ended by
 * date, since a record that is edited meanwhile leaves its place and makes another one slip past a page number. `malformed` as the
 * last item where the CRM heeds neither the question nor the order, or tells no dates.
 */
export async function* readChanges(
  crm: Pick<CrmClient, 'find'>,
  source: ChangeSource,
  since: number,
  { latest = Infinity, signal }: Reading = {},
): AsyncGenerator<Result<ChangePage, SyncError>> {
  const ask = asking(crm, source, 'ascending', signal)
  let from = since
  let told: ReadonlySet<string> = new Set()
  let isFirst = true
  for (;;) {
    const page = (await ask([changed('greaterOrEqual', from)], 1)).andThen((found) => inOrder(found, from))
    if (page.isErr()) {
      yield err(page.error)
      return
    }
    const { total } = page.value
    const changes = page.value.changes.filter(({ at }) => at <= latest)
    const [oldest, newest] = [changes[0], changes.at(-1)]
    if (!oldest || !newest) return
    yield ok({
      changes: changes.filter(({ id, at }) => at !== from || !told.has(id)),
      until: newest.at,
      ...(isFirst && { total }),
    })
    if (isLast(page.value) || changes.length < page.value.changes.length) return
    isFirst = false
    const toldAtNewest = new Set([...(from === newest.at ? told : []), ...idsAt(changes, newest.at)])
    const isWhole = oldest.at === newest.at
    if (isWhole && !(yield* readInstant(ask, newest.at, toldAtNewest))) return
    told = isWhole ? new Set() : toldAtNewest
    from = isWhole ? newest.at + 1 : newest.at
  }
}

/** The newest change of a kind. `null`: the CRM holds none. */
export async function findNewest(
  crm: Pick<CrmClient, 'find'>,
  source: ChangeSource,
  { latest = Infinity, signal }: Reading = {},
): Promise<Result<number | null, SyncError>> {
  // More than one, to see that the CRM heeds the order: the oldest, taken for the newest, would bring its whole past to Siagh.
  const ask = asking(crm, source, 'descending', signal, 10)
  const page = await ask([changed('greaterOrEqual', 0)], 1)
  return page.andThen(({ changes, total }) => {
    const upwards = { changes: [...changes].reverse(), total }
    // Where all of them are too late, it is our own clock that is wrong.
    const newest = changes.find(({ at }) => at <= latest) ?? changes[0]
    return inOrder(upwards, 0).map(() => newest?.at ?? null)
  })
}

/**
 * Too many for a page were changed at one instant, as by an import into the CRM. They are read by page number, from the start again
 * where some have left the instant meanwhile, until as many were seen as there are. Returns whether it came to that.
 */
async function* readInstant(
  ask: Ask,
  at: number,
  told: ReadonlySet<string>,
): AsyncGenerator<Result<ChangePage, SyncError>, boolean> {
  const known = new Set(told)
  const seen = createSeen()
  for (let reading = 1; reading <= READINGS; reading += 1) {
    const read = new Set<string>()
    let rows = 0
    for (let pageNumber = 1; ; pageNumber += 1) {
      const page = await ask([changed('greaterOrEqual', at), changed('less', at + 1)], pageNumber)
      if (page.isErr()) {
        yield err(page.error)
        return false
      }
      const { changes, total } = page.value
      rows += changes.length
      const isRepeated = changes.every(({ id }) => read.has(id))
      for (const { id } of changes) read.add(id)
      if (seen.add(page.value) > 0) reading = 1
      const fresh = changes.filter(({ id }) => !known.has(id))
      for (const { id } of fresh) known.add(id)
      if (fresh.length > 0) yield ok({ changes: fresh, until: at })
      const isShort = changes.length < PAGE_SIZE
      if (isShort && seen.isAll()) return true
      if (isShort ? rows >= total || changes.length === 0 : isRepeated) break
    }
  }
  yield err(notHeeded('total'))
  return false
}

/** The records of an instant. One that is edited leaves it, and none comes to it: so while the total stays, all that were seen are in it. */
function createSeen() {
  let ids = new Set<string>()
  let among: number | undefined
  return {
    /** Answers how many are new. */
    add({ changes, total }: Found): number {
      if (total !== among) ids = new Set()
      among = total
      const before = ids.size
      for (const { id } of changes) ids.add(id)
      return ids.size - before
    },
    isAll: () => among !== undefined && ids.size >= among,
  }
}

/** A page that is shorter than was asked for is the last, unless the CRM says that there are more: it may have a limit of its own. */
function isLast({ changes, total }: Found): boolean {
  return changes.length < PAGE_SIZE && changes.length >= total
}

function asking(
  crm: Pick<CrmClient, 'find'>,
  { kind, typeKey }: ChangeSource,
  direction: 'ascending' | 'descending',
  signal: AbortSignal | undefined,
  pageSize = PAGE_SIZE,
): Ask {
  return async (conditions, pageNumber) => {
    const orderBy = [{ field: 'ModifyDate', direction }]
    const query: FindQuery = { typeKey, conditions, orderBy, pageNumber, pageSize }
    const page = await crm.find(kind, query, signal ? { signal } : {})
    return page.mapErr((error): SyncError => error).andThen(readDates)
  }
}

const changed = (operator: 'greaterOrEqual' | 'less', at: number): FindCondition => ({
  field: 'ModifyDate',
  operator,
  value: new Date(at),
})

function readDates({
  data,
  unreadable = [],
  total,
}: FindPage<FoundObjects[keyof FoundObjects]>): Result<Found, SyncError> {
  const changes: ChangedRecord[] = []
  for (const [index, { crmId, modifyDate }] of data.entries()) {
    if (!modifyDate) return err(notHeeded(`data.${index}.modifyDate`))
    changes.push({ id: crmId, at: modifyDate.getTime() })
  }
  // A record that cannot be read was changed, too: it is noted, and fails by itself when it is handled.
  for (const { index, id, modifyDate } of unreadable) {
    if (id === undefined || !modifyDate) return err(notHeeded(`data.${index}.modifyDate`))
    changes.splice(index, 0, { id, at: modifyDate.getTime() })
  }
  return ok({ changes, total })
}

function inOrder(found: Found, from: number): Result<Found, SyncError> {
  let latest = from
  for (const [index, { at }] of found.changes.entries()) {
    if (at < latest) return err(notHeeded(`data.${index}.modifyDate`))
    latest = at
  }
  return ok(found)
}

const idsAt = (changes: readonly ChangedRecord[], at: number): string[] =>
  changes.filter((change) => change.at === at).map(({ id }) => id)

function notHeeded(path: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('find_not_heeded'), path }
}
