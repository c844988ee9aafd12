import type { Kysely } from 'kysely'
import type { Schema } from '../schema'
import { migrations } from './index'
import type { ColumnTypes } from './migration'

/** The names of the tables and indexes that a database of `version` has. */
export function objectsOf(version: number, db: Kysely<Schema>, types: ColumnTypes): readonly string[] {
  return migrations
    .slice(0, version)
    .flatMap((migration) => migration(db, types))
    .flatMap(({ query }) => {
      if (query.kind === 'CreateTableNode') return [query.table.table.identifier.name]
      return query.kind === 'CreateIndexNode' ? [query.name.name] : []
    })
}
