import type { Config } from '../config/schema'
import type { StoreAddress } from '../open/store-places'

/** Where the store of the configuration is. */
export function addressOf({ store: { url, file = '', schema } }: Config): StoreAddress {
  return url === undefined ? { file } : { url, schema }
}
