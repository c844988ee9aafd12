import type { JournalEntry, Status, Sync } from '@siagh-sync/sync-core'

/** What has happened since the last event. */
export type HubEvent =
  | { readonly event: 'status'; readonly data: Status }
  /** The newest run comes first. */
  | { readonly event: 'runs'; readonly data: readonly JournalEntry[] }
  /** The store cannot be read. The page shows that, and what it has shown before is old. */
  | { readonly event: 'away'; readonly data: { readonly error: 'store_unavailable' } }

type Listener = (event: HubEvent) => void

/** Tells many listeners what happens in one company, and asks the store once for all of them. */
export interface EventHub {
  /** Calls the listener from now on, first with the status as it is. Returns what ends that. */
  listen(listener: Listener): () => void
}

const EVERY_MS = 2_000
const MOST_RUNS = 100

/** Creates the hub of a company. It asks the store only while somebody listens. */
export function createEventHub(sync: Pick<Sync, 'status' | 'history'>, everyMs = EVERY_MS): EventHub {
  const listeners = new Set<Listener>()
  const tell = (event: HubEvent) => {
    for (const listener of listeners) listener(event)
  }
  let latest: HubEvent | undefined
  let isLooking = false
  const look = async () => {
    isLooking = true
    const runs = newRuns(sync)
    while (listeners.size > 0) {
      const found = await readStatus(sync)
      if (JSON.stringify(found) !== JSON.stringify(latest)) tell(found)
      latest = found
      const entries = await runs()
      if (entries.length > 0) tell({ event: 'runs', data: entries })
      await new Promise((resolve) => setTimeout(resolve, everyMs).unref())
    }
    latest = undefined
    isLooking = false
  }
  return {
    listen(listener) {
      listeners.add(listener)
      if (latest !== undefined) listener(latest)
      if (!isLooking) void look()
      return () => void listeners.delete(listener)
    },
  }
}

async function readStatus(sync: Pick<Sync, 'status'>): Promise<HubEvent> {
  const status = await sync.status()
  return status.isOk()
    ? { event: 'status', data: status.value }
    : { event: 'away', data: { error: 'store_unavailable' } }
}

/** Each call returns the runs that no call before has returned. The first call returns those that begin with it. */
function newRuns(sync: Pick<Sync, 'history'>): () => Promise<readonly JournalEntry[]> {
  let since = Date.now()
  let told = new Set<string>()
  return async () => {
    const found = await sync.history({ since }, { limit: MOST_RUNS })
    // The status says that the store is away. The next call asks for the same runs again.
    if (found.isErr()) return []
    const entries = found.value.items.filter((entry) => !told.has(nameOf(entry)))
    const [newest] = found.value.items
    if (newest !== undefined) {
      since = newest.at
      told = new Set(found.value.items.filter(({ at }) => at === newest.at).map(nameOf))
    }
    return entries
  }
}

const nameOf = ({ at, key, attempt }: JournalEntry) => `${at} ${key.kind}/${key.id} ${attempt}`
