import { storeContract } from '@siagh-sync/contract-tests'
import type { Store } from '@siagh-sync/sync-core'
import { freshSchema } from '../../test/fresh-schema'
import { postgresStore } from './postgres-store'

for (const preparedStatements of [false, true])
  storeContract({
    name: preparedStatements ? 'PostgreSQL store with prepared statements' : 'PostgreSQL store',
    create: async () => {
      const { schema, openPool, dispose } = await freshSchema()
      const stores: Store[] = []
      const open = async () => {
        const store = await postgresStore({ pool: openPool(), schema, preparedStatements })
        stores.push(store)
        return store
      }
      return {
        store: await open(),
        reopen: open,
        // Somebody drops the tables under the running store.
        breakBackend: async () => {
          await openPool().query(`drop schema ${schema} cascade`)
        },
        dispose: async () => {
          for (const store of stores) await store.close().unwrapOr(undefined)
          await dispose()
        },
      }
    },
  })
