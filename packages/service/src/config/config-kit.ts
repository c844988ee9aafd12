// Everything that a configuration file imports. No other package has to be installed for it.
export { defineConfig, type SiaghSyncConfig, type CompanySections } from './config-file'
export {
  any,
  approved,
  hasCategory,
  hasCustomerNumber,
  isOfType,
  plain,
  prefixed,
  toContact,
  toIdentity,
  toPreInvoice,
} from '@siagh-sync/sync-core'
export type {
  ByDocument,
  ByTypeCode,
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
