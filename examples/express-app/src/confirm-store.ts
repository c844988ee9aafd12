import { resolve } from 'node:path'
import { compareWithNote } from '@siagh-sync/adapter-store-sql/folder-note'
import type { Logger, Store, Sync } from '@siagh-sync/sync-core'
import type { Config } from './config'
import { withoutPassword } from './hide-password'

/** Rejects with one sentence where the store belongs to other servers; tells where it is empty and another one was used in `folder`. */
export async function confirmStore(
  sync: Pick<Sync, 'confirmServers'>,
  store: Store,
  { COMPANY: company, DATABASE_URL, STORE_FILE }: Config,
  logger: Logger,
  folder: string | undefined,
): Promise<void> {
  const confirmed = await sync.confirmServers()
  if (confirmed.isErr()) throw new Error(confirmed.error.message)
  if (folder === undefined) return
  const place = DATABASE_URL === undefined ? resolve(STORE_FILE) : withoutPassword(DATABASE_URL)
  const compared = await compareWithNote(folder, { store, company, place })
  if (compared.isOk() && compared.value !== undefined) logger.warn({}, compared.value)
}
