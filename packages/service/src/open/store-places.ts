import type { StorePlace } from '@siagh-sync/adapter-store-sql/transfer'
import { silentLogger } from '@siagh-sync/sync-core'
import type { Param } from '@siagh-sync/sync-core/messages'
import type { ServiceConfig } from '../config/resolve-config'
import { createClosings } from './closings'
import { demandPg } from './drivers'
import { reasonOf } from '@siagh-sync/sync-core/messages'
import { refusal, serviceSaying } from '../messages/service-messages'
import { connectionFault } from './await-database'
import { withoutPassword, withoutSecret } from './hide-password'
import { openPool } from './open-pool'

/** The place of a store. */
export type StoreAddress =
  { readonly file: string; readonly setAside?: boolean } | { readonly url: string; readonly schema: string }

/** The place of the store in the configuration. */
export function addressOf({ store: { url, file = '', schema } }: Pick<ServiceConfig, 'store'>): StoreAddress {
  return url === undefined ? { file } : { url, schema }
}

/**
 * Calls `use` with a place from or to which a store can be copied. Rejects with one sentence that holds no password.
 */
export async function withPlace<T>(address: StoreAddress, use: (place: StorePlace) => Promise<T>): Promise<T> {
  const { postgresPlace, sqlitePlace } = await import('@siagh-sync/adapter-store-sql/transfer')
  if ('file' in address) {
    return use(sqlitePlace(address)).catch((error: unknown) => {
      throw refusal(serviceSaying('not_copied', { reason: whyNotCopied(error) }), { cause: error })
    })
  }
  const { url, schema } = address
  await demandPg()
  const closings = createClosings()
  const pool = await openPool({ url, max: 2 }, silentLogger, closings)
  try {
    return await use(postgresPlace({ pool, schema, address: withoutPassword(url) }))
  } catch (error) {
    const fault = connectionFault(error) ?? (error instanceof Error ? connectionFault(error.cause) : undefined)
    const reason =
      fault === undefined
        ? whyNotCopied(error)
        : serviceSaying('place_unusable', { place: withoutPassword(url), reason: fault })
    // Without its cause, because the driver's error may hold the password.
    throw refusal(serviceSaying('not_copied', { reason: withoutSecret(url, reason) }))
  } finally {
    await closings.close()
  }
}

/** The reason as it is, once: of two places, the inner one has put it into a sentence already. */
function whyNotCopied(error: unknown): Param {
  const reason = reasonOf(error)
  return typeof reason !== 'string' && reason.code === 'not_copied' ? (reason.params?.['reason'] ?? reason) : reason
}
