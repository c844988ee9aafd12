import { randomUUID } from 'node:crypto'
import { ok, safeTry, type ResultAsync } from 'neverthrow'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { createSync, silentLogger, type Store, type StoreUnavailable } from '@siagh-sync/sync-core'
import { createClosings, openClients, openStore, withoutPassword, type Config } from '@siagh-sync/service'
import { failed, fine, type Check, type CheckLine } from './check-line'
import { cliSaying } from '../messages/cli-messages'
import { saidBy, sayingOfError, type Saying } from '@siagh-sync/sync-core/messages'

/** No company is called so: what a check writes is nobody's record. */
const COMPANY = 'siagh-sync check'

/** Opens the store, and writes, reads and removes something under a lease. */
export function checkStore(config: Config): Check {
  return async (tell) => {
    const closings = createClosings()
    try {
      const store = await openStore(config, silentLogger, closings)
      tell(await lineOf(store, placeOf(config)))
      for (const line of await foreignLines(store, config)) tell(line)
    } catch (error) {
      tell(
        failed(
          'store',
          sayingOfError(error) ?? cliSaying('check_store_broken', { reason: messageOf(error) }),
          adviceOf(config, error),
        ),
      )
    } finally {
      await closings.close()
    }
  }
}

/** A line where the store belongs to other servers or another company. */
async function foreignLines(store: Store, config: Config): Promise<readonly CheckLine[]> {
  const { company, acceptNewServers } = config
  const clients = openClients(config, silentLogger)
  const sync = createSync({ company, ...clients, store, queue: memoryQueue(), acceptNewServers })
  return sync.confirmServers().match(
    () => [],
    (error) => [failed('store', saidBy(error).message, cliSaying('check_settle_first'))],
  )
}

async function lineOf(store: Store, place: string): Promise<CheckLine> {
  return writeAndRead(store).match(
    (isThere) =>
      isThere
        ? fine('store', cliSaying('check_store_fine', { place }))
        : failed('store', cliSaying('check_store_unread', { place }), cliSaying('check_network_drive')),
    ({ message }) =>
      failed('store', cliSaying('check_store_fault', { place, reason: message }), cliSaying('check_disk')),
  )
}

function writeAndRead(store: Store): ResultAsync<boolean, StoreUnavailable> {
  const key = { company: COMPANY, kind: 'identity' as const, id: randomUUID() }
  return safeTry(async function* () {
    const begun = yield* store.begin(key, 30_000)
    if (begun === null) return ok(false)
    yield* store.intend(begun.lease, { key, state: 'intent', fingerprint: '', detail: {} }, 0)
    const read = yield* store.mappings.get(key)
    const { status } = yield* store.finish(begun.lease, { mapping: { draft: null, expectedVersion: 1 } })
    return ok(read?.state === 'intent' && status === 'finished')
  })
}

function placeOf({ store: { url, file = '' } }: Config): string {
  return url === undefined ? file : withoutPassword(url)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What is wrong with a store whose place is the right one. Another place would be an empty store, and make documents a second time. */
const OF_THE_STORE: readonly unknown[] = [
  'file_unsound',
  'store_damaged',
  'moved_away',
  'file_is_backup',
  'written_by_newer_version',
  'file_written_by_another',
]

function adviceOf({ store: { url } }: Config, error: unknown): Saying {
  const reason = sayingOfError(error)?.params?.['reason']
  if (typeof reason === 'object' && OF_THE_STORE.includes(reason.code)) return cliSaying('check_settle_first')
  return cliSaying(url === undefined ? 'check_store_file' : 'check_store_url')
}
