export { defineConfig } from './config/define-config'
export type { SiaghSyncConfig } from './config/shape'
// What a configuration file is written with: nothing else has to be installed beside it.
export { plain, prefixed, toContact, toIdentity, toPreInvoice } from '@siagh-sync/sync-core'
export type {
  ContactDraft,
  CustomerNumberCodec,
  IdentityDraft,
  PreInvoiceDraft,
  Rules,
  RulesInput,
  SyncError,
  ToContact,
  ToIdentity,
  ToPreInvoice,
} from '@siagh-sync/sync-core'
export { err, ok, type Result } from 'neverthrow'
