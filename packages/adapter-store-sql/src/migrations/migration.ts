import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema } from '../schema'

/** The statements that bring a database from one version to the next. */
export type Migration = (db: Kysely<Schema>) => readonly CompiledQuery[]
