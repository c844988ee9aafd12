import type { StorePlace } from '@siagh-sync/adapter-store-sql/transfer'
import { silentLogger } from '@siagh-sync/sync-core'
import type { ServiceConfig } from '../config/resolve-config'
import { createClosings } from './closings'
import { demandPg } from './drivers'
import { reasonOf, refusal, serviceSaying } from '../messages/service-messages'
import { withoutPassword, withoutSecret } from './hide-password'
import { openPool } from './open-pool'

/** Where a store is, or is to be. */
export type StoreAddress =
  { readonly file: string; readonly setAside?: boolean } | { readonly url: string; readonly schema: string }

/** Where the store of the configuration is. */
export function addressOf({ store: { url, file = '', schema } }: Pick<ServiceConfig, 'store'>): StoreAddress {
  return url === undefined ? { file } : { url, schema }
}

/** Lets `use` copy from or to the place of a store. Rejects with one sentence in which no password stands. */
export async function withPlace<T>(address: StoreAddress, use: (place: StorePlace) => Promise<T>): Promise<T> {
  const { postgresPlace, sqlitePlace } = await import('@siagh-sync/adapter-store-sql/transfer')
  if ('file' in address) {
    return use(sqlitePlace(address)).catch((error: unknown) => {
      throw refusal(serviceSaying('not_copied', { reason: reasonOf(error) }), { cause: error })
    })
  }
  const { url, schema } = address
  await demandPg()
  const closings = createClosings()
  const pool = await openPool({ url, max: 2 }, silentLogger, closings)
  try {
    return await use(postgresPlace({ pool, schema, address: withoutPassword(url) }))
  } catch (error) {
    // Without its cause, which belongs to a driver that knows the password.
    throw refusal(serviceSaying('not_copied', { reason: withoutSecret(url, reasonOf(error)) }))
  } finally {
    await closings.close()
  }
}
