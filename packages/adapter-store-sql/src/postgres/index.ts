export { postgresStore, type PostgresStoreOptions } from './postgres-store'
export type { PostgresClient, PostgresPool, PostgresQuery } from './pool'
