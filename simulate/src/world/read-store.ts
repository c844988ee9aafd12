import type { InboxEntry, JournalEntry, Mapping, Page, PageRequest, RecordKey, SiaghIds } from '@siagh-sync/sync-core'
import type { Result, ResultAsync } from 'neverthrow'
import type { World } from './world'

/** How many changes are noted and not handled. */
export async function readPending({ store, timeline, plan }: World): Promise<number> {
  return valueOf(await timeline.hold(settled(store.inbox.counts(plan.company)))).pending
}

/** Whether a change of this record is noted and not handled, or waits for the operator. */
export async function isWaiting(
  { store, timeline, plan }: World,
  record: Omit<RecordKey, 'company'>,
): Promise<boolean> {
  const key = { company: plan.company, ...record }
  const entry = valueOf(await timeline.hold(settled(store.inbox.read(key))))
  const held = valueOf(await timeline.hold(settled(store.heldChanges.read(key))))
  return entry?.state === 'pending' || (held !== null && held.state !== 'written')
}

/** How many writes wait for the operator, or were refused and are still to be released. A failure is neither. */
export async function readHeld(world: World): Promise<number> {
  const { store, timeline, plan } = world
  const all = await timeline.hold(readAll((page) => store.heldChanges.list(plan.company, {}, page)))
  const open = all.filter(({ state }) => state === 'held' || state === 'refused')
  if (open.length === 0) return 0
  const failed = new Set((await readFailures(world)).map(({ key }) => key.id))
  return open.filter(({ key }) => !failed.has(key.id)).length
}

/** What was noted while the processes were in shadow. */
export async function readShadowed({ store, timeline, plan }: World): Promise<readonly string[]> {
  const noted = await timeline.hold(readAll((page) => store.heldChanges.list(plan.company, { state: 'shadow' }, page)))
  return noted.map(({ key }) => key.id)
}

/** All dead letters. */
export function readFailures({ store, timeline, plan }: World): Promise<readonly InboxEntry[]> {
  return timeline.hold(readAll((page) => store.inbox.failures(plan.company, {}, page)))
}

/** The whole journal. */
export function readJournal({ store, timeline, plan }: World): Promise<readonly JournalEntry[]> {
  return timeline.hold(readAll((page) => store.journal.list(plan.company, {}, page)))
}

/** How an identity is linked. */
export async function readMapping({ store, timeline, plan }: World, id: string): Promise<Mapping | null> {
  const { company } = plan
  return valueOf(await timeline.hold(settled(store.mappings.get({ company, kind: 'identity', id }))))
}

/** The contacts of all identities that are linked. */
export async function readLinked({ store, timeline, plan }: World): Promise<readonly SiaghIds[]> {
  const filter = { kind: 'identity', state: 'linked' } as const
  const linked = await timeline.hold(readAll((page) => store.mappings.list(plan.company, filter, page)))
  return linked.flatMap(({ siagh }) => siagh ?? [])
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
