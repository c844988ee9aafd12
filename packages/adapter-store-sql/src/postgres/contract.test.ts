import { storeContract } from '@siagh-sync/contract-tests'
import type { Store } from '@siagh-sync/sync-core'
import { dropSchema, freshSchemaName, sharedPool, url } from '../../test/fresh-schema'
import { FROM_SOURCE } from '../../test/from-source'
import { postgresStore } from './postgres-store'

const pool = sharedPool()
const nextProcess = sharedPool()

storeContract({
  name: 'PostgreSQL store',
  create: async () => {
    const schema = freshSchemaName()
    const stores: Store[] = []
    const open = async (on: typeof pool) => {
      const store = await postgresStore({ pool: on, schema })
      stores.push(store)
      return store
    }
    return {
      store: await open(pool),
      reopen: () => open(nextProcess),
      otherProcess: {
        script: new URL('../../test/postgres-store-process.ts', import.meta.url),
        place: { url, schema },
        nodeOptions: FROM_SOURCE,
      },
      // Somebody drops the tables under the running store.
      breakBackend: () => dropSchema(nextProcess, schema),
      dispose: async () => {
        for (const store of stores) await store.close().unwrapOr(undefined)
        await dropSchema(pool, schema)
      },
    }
  },
})
