import type { CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import {
  asking,
  changed,
  findIsIgnored,
  inOrder,
  PAGE_SIZE,
  type Ask,
  type ChangeSource,
  type Found,
} from './ask-for-changes'
import type { ChangedRecord } from './recent-notes'

/** A page of changes in the order of their time. */
export interface ChangePage {
  /** Changes that no earlier page of this reading had. */
  readonly changes: readonly ChangedRecord[]
  /** All changes before this time were returned. Changes at exactly this time may be missing. */
  readonly until: number
  /** The number of all changes. Only on the first page. */
  readonly total?: number
}

/** How changes are read. */
export interface Reading {
  /**
   * Changes with a later date are ignored. Without this limit, a record with a date years ahead would move the mark
   * to that date, and no change would be noticed until then. An ignored record is noticed when it is saved again.
   * Default: no limit.
   */
  readonly latest?: number
  readonly signal?: AbortSignal
}

// How often the records of one instant are read again without finding a new one.
const READINGS = 10

/**
 * Reads all records of a kind that were changed at `since` or later, the oldest change first. Each page begins at the
 * date where the page before it ended. Page numbers are not safe: a record that is edited meanwhile leaves its place,
 * and another record moves to a page that was already read. The last item is `malformed` if the CRM ignores the
 * conditions or the order, or if records have no dates.
 */
export async function* readChanges(
  crm: Pick<CrmClient, 'find'>,
  source: ChangeSource,
  since: number,
  { latest = Infinity, signal }: Reading = {},
): AsyncGenerator<Result<ChangePage, SyncError>> {
  const ask = asking(crm, source, 'ascending', signal)
  let from = since
  let yielded: ReadonlySet<string> = new Set()
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
      changes: changes.filter(({ id, at }) => at !== from || !yielded.has(id)),
      until: newest.at,
      ...(isFirst && { total }),
    })
    if (isLast(page.value) || changes.length < page.value.changes.length) return
    isFirst = false
    const yieldedAtNewest = new Set([...(from === newest.at ? yielded : []), ...idsAt(changes, newest.at)])
    const isWhole = oldest.at === newest.at
    if (isWhole && !(yield* readInstant(ask, newest.at, yieldedAtNewest))) return
    yielded = isWhole ? new Set() : yieldedAtNewest
    from = isWhole ? newest.at + 1 : newest.at
  }
}

/** The time of the newest change of a kind. `null`: the CRM holds no record. */
export async function findNewest(
  crm: Pick<CrmClient, 'find'>,
  source: ChangeSource,
  { latest = Infinity, signal }: Reading = {},
): Promise<Result<number | null, SyncError>> {
  // Reads more than one, to see whether the CRM follows the order. If it does not, the oldest change would count as
  // the newest, and all old records of the CRM would come to Siagh.
  const ask = asking(crm, source, 'descending', signal, 10)
  const page = await ask([changed('greaterOrEqual', 0)], 1)
  return page.andThen(({ changes, total }) => {
    const upwards = { changes: [...changes].reverse(), total }
    // If all changes are too late, our own clock is wrong.
    const newest = changes.find(({ at }) => at <= latest) ?? changes[0]
    return inOrder(upwards, 0).map(() => newest?.at ?? null)
  })
}

/**
 * Reads the records of one instant when a page cannot hold them, for example after an import into the CRM. They are
 * read by page number. If some of them have left the instant meanwhile, the reading starts again, until as many
 * records were seen as there are. Returns whether all were seen.
 */
async function* readInstant(
  ask: Ask,
  at: number,
  yielded: ReadonlySet<string>,
): AsyncGenerator<Result<ChangePage, SyncError>, boolean> {
  const known = new Set(yielded)
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
  yield err(findIsIgnored('total'))
  return false
}

/**
 * The seen records of an instant. A record that is edited leaves the instant, and no record joins it. So while the
 * total stays the same, all seen records are still in it.
 */
function createSeen() {
  let ids = new Set<string>()
  let among: number | undefined
  return {
    /** Returns how many records are new. */
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

/**
 * Whether a page is the last. A short page is the last one, unless the CRM says that there are more records: the CRM
 * may have its own limit for a page.
 */
function isLast({ changes, total }: Found): boolean {
  return changes.length < PAGE_SIZE && changes.length >= total
}

const idsAt = (changes: readonly ChangedRecord[], at: number): string[] =>
  changes.filter((change) => change.at === at).map(({ id }) => id)
