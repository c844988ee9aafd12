import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema } from '../schema'
import { firstTables } from './0001-first-tables'

/** The statements that bring a database from one version to the next. */
export type Migration = (db: Kysely<Schema>) => readonly CompiledQuery[]

/** In order; a database's version is how many of these it has seen. None is ever changed once it was released. */
export const migrations: readonly Migration[] = [firstTables]
