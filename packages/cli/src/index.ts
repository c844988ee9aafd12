export { defineConfig } from './config/define-config'
export type { SiaghSyncConfig } from './config/shape'
export { plain, prefixed } from '@siagh-sync/sync-core'
