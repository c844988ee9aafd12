import { join } from 'node:path'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import type { Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { openPostgres } from '../backends/open-postgres'
import { withSchema } from '../backends/with-schema'
import { withTemporaryFolder } from '../temporary-folder'
import { COMPANY, FAILED, IN_DOUBT, type Amounts } from './amounts'
import { fillStatements, lineId } from './fill-statements'
import { fillPostgres, fillSqlite } from './fill-store'
import { expectOk } from '../../../test-support/results'

const amounts: Amounts = { mappings: 2_000, journal: 1_000, settled: 300 }
const now = Date.now()
const past = fillStatements(amounts, now, COMPANY)

const inSqlite = (look: (store: Store) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'store.db')
    const store = await sqliteStore({ file })
    fillSqlite(file, past)
    await look(store)
    expectOk(await store.close())
  })

const inPostgres = (look: (store: Store) => Promise<void>) =>
  withSchema(async (place) => {
    const store = await openPostgres(place)
    await fillPostgres(place, past)
    await look(store)
    expectOk(await store.close())
  })

describe.each([
  ['SQLite', inSqlite],
  ['PostgreSQL', inPostgres],
])('a store in %s that was filled with a past', (_name, withFilled) => {
  it('reads as one that has lived through it', () =>
    withFilled(async (store) => {
      expect(expectOk(await store.inbox.counts(COMPANY))).toEqual({ pending: 0, failed: FAILED })

      const inDoubt = await store.mappings.list(COMPANY, { state: 'in_doubt' }, { limit: 1_000 })
      expect(expectOk(inDoubt).items).toHaveLength(IN_DOUBT)
      const mappings = await store.mappings.list(COMPANY, {}, { limit: 10_000 })
      expect(expectOk(mappings).items).toHaveLength(amounts.mappings)

      const lines = await store.journal.list(COMPANY, { id: lineId(7, amounts.journal) }, { limit: 100 })
      expect(expectOk(lines).items).toHaveLength(10)
      const journal = await store.journal.list(COMPANY, {}, { limit: 10_000 })
      expect(expectOk(journal).items).toHaveLength(amounts.journal)
      expect(expectOk(journal).items[0]?.at).toBe(now)

      const settled = await store.inbox.purge(COMPANY, now, 10_000)
      expect(expectOk(settled)).toBe(amounts.settled)
    }))
})
