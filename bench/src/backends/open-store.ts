import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import type { Store } from '@siagh-sync/sync-core'
import { openPostgres } from './open-postgres'
import type { SchemaPlace } from './with-schema'

/** Where a store keeps its data: in the process, in a folder on the disk, or in a schema of PostgreSQL. */
export type StorePlace = 'memory' | { readonly folder: string } | SchemaPlace

/** A store as it is deployed; in a folder, a new file with every call. */
export async function openStore(place: StorePlace): Promise<Store> {
  if (place === 'memory') return memoryStore()
  if ('schema' in place) return openPostgres(place)
  return sqliteStore({ file: join(await mkdtemp(join(place.folder, 'store-')), 'siagh-sync.db') })
}
