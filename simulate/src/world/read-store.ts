import type { InboxEntry, JournalEntry, Mapping, Page, PageRequest } from '@siagh-sync/sync-core'
import type { Result, ResultAsync } from 'neverthrow'
import type { World } from './world'

const COMPANY = 'default'

/** How many changes are noted and not handled. */
export async function readPending({ store, timeline }: World): Promise<number> {
  return valueOf(await timeline.hold(settled(store.inbox.counts(COMPANY)))).pending
}

/** All dead letters. */
export function readFailures({ store, timeline }: World): Promise<readonly InboxEntry[]> {
  return timeline.hold(readAll((page) => store.inbox.failures(COMPANY, {}, page)))
}

/** The whole journal. */
export function readJournal({ store, timeline }: World): Promise<readonly JournalEntry[]> {
  return timeline.hold(readAll((page) => store.journal.list(COMPANY, {}, page)))
}

/** How an identity is linked. */
export async function readMapping({ store, timeline }: World, id: string): Promise<Mapping | null> {
  return valueOf(await timeline.hold(settled(store.mappings.get({ company: COMPANY, kind: 'identity', id }))))
}

/** The codes of all contacts that an identity is linked to. */
export async function readLinkedCodes({ store, timeline }: World): Promise<ReadonlySet<number>> {
  const filter = { kind: 'identity', state: 'linked' } as const
  const linked = await timeline.hold(readAll((page) => store.mappings.list(COMPANY, filter, page)))
  return new Set(linked.map(({ siagh }) => Number(siagh?.code)))
}

async function readAll<T>(read: (page: PageRequest) => ResultAsync<Page<T>, unknown>): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | undefined
  do {
    const page = valueOf(await read({ limit: 500, ...(after !== undefined && { after }) }))
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}

const settled = async <T, E>(call: ResultAsync<T, E>): Promise<Result<T, E>> => call

function valueOf<T>(result: Result<T, unknown>): T {
  if (result.isErr())
    throw new Error('the harness could not read the store that its world stands on', { cause: result.error })
  return result.value
}
