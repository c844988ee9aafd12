import { serveStore } from '@siagh-sync/contract-tests/process'
import { ResultAsync } from 'neverthrow'
import { Pool } from 'pg'
import { postgresStore } from '../src/postgres'

// A process of its own, with a pool of its own, on the schema that it is given.
await serveStore(async (place) => {
  const { url, schema } = place as { readonly url: string; readonly schema: string }
  const pool = new Pool({ connectionString: url, max: 4 })
  const store = await postgresStore({ pool, schema })
  return { ...store, close: () => store.close().andThen(() => ResultAsync.fromSafePromise(pool.end())) }
})
