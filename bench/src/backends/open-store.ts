import { memoryStore } from '@siagh-sync/adapter-store-memory'
import type { Store } from '@siagh-sync/sync-core'
import { openPostgres } from './open-postgres'
import type { SchemaPlace } from './with-schema'

/** Where a store keeps its data: in the process, or in a schema of PostgreSQL. */
export type StorePlace = 'memory' | SchemaPlace

/** A store without a service around it. */
export async function openStore(place: StorePlace): Promise<Store> {
  return place === 'memory' ? memoryStore() : openPostgres(place)
}
