import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { storeContract } from '@siagh-sync/contract-tests'
import type { Store } from '@siagh-sync/sync-core'
import Database from 'better-sqlite3'
import { programOf } from '../../../../test-support/program-of'
import { sqliteStore } from './sqlite-store'

const program = await programOf(new URL('../../test/sqlite-process.ts', import.meta.url))

storeContract({
  name: 'SQLite store',
  create: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'siagh-sync-'))
    const file = join(folder, 'store.db')
    const stores: Store[] = []
    const open = async () => {
      const store = await sqliteStore({ file })
      stores.push(store)
      return store
    }
    return {
      store: await open(),
      reopen: open,
      otherProcess: {
        script: pathToFileURL(program),
        place: file,
      },
      // Somebody empties the database under the running store.
      breakBackend: async () => {
        const other = new Database(file)
        const tables = ['mapping', 'inbox', 'journal', 'lease', 'mark', 'origin', 'gap', 'held_change', 'named_value']
        for (const table of tables) other.exec(`DROP TABLE ${table}`)
        other.close()
      },
      dispose: async () => {
        for (const store of stores) await store.close().unwrapOr(undefined)
        await rm(folder, { recursive: true })
      },
    }
  },
})
