import { pathToFileURL } from 'node:url'
import { storeContract } from '@siagh-sync/contract-tests'
import type { Store } from '@siagh-sync/sync-core'
import { programOf } from '../../../../test-support/program-of'
import { dropSchema, freshSchemaName, sharedPool, url } from '../../test/fresh-schema'
import { postgresStore } from './postgres-store'

const program = await programOf(new URL('../../test/postgres-store-process.ts', import.meta.url))
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
        script: pathToFileURL(program),
        place: { url, schema },
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
