import type { CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import {
  asking,
  changed,
  findIsIgnored,
  PAGE_SIZE,
  sinceTime,
  SMALLEST_LIMIT,
  type Ask,
  type ChangeSource,
  type Found,
  type Reading,
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
    const page = (await ask([changed('greaterOrEqual', from)], 1)).andThen((found) => sinceTime(found, from))
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
      ...(isFirst && total !== undefined && { total }),
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
    let pageSize = PAGE_SIZE
    for (let pageNumber = 1; ; pageNumber += 1) {
      const page = await ask([changed('greaterOrEqual', at), changed('less', at + 1)], pageNumber, pageSize)
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
      const isShort = changes.length < pageSize
      if (pageNumber === 1 && changes.length === 0 && reading === 1 && (await isStillShown(ask, at))) break
      const mayBeCut = changes.length >= SMALLEST_LIMIT || (changes.length > 0 && changes.length < (total ?? 0))
      if (isShort && pageNumber === 1 && mayBeCut) {
        // The CRM may have a limit of its own. The other records follow on pages of that length.
        pageSize = changes.length
        continue
      }
      if (isShort && seen.isAll()) return true
      if (isShort ? rows >= (total ?? rows) || changes.length === 0 : isRepeated) break
    }
  }
  yield err(findIsIgnored('total'))
  return false
}

/** Whether records of this instant are shown if the end of the instant is not named. They were, a moment ago. */
async function isStillShown(ask: Ask, at: number): Promise<boolean> {
  const still = await ask([changed('greaterOrEqual', at)], 1, SMALLEST_LIMIT)
  return still.isOk() && still.value.changes.some((change) => change.at === at)
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
    isAll: () => among === undefined || ids.size >= among,
  }
}

/** Whether a page is the last: it has so few records that no limit has cut it, and the CRM counts no more. */
function isLast({ changes, total = 0 }: Found): boolean {
  return changes.length < SMALLEST_LIMIT && changes.length >= total
}

const idsAt = (changes: readonly ChangedRecord[], at: number): string[] =>
  changes.filter((change) => change.at === at).map(({ id }) => id)
