export { createSandbox } from './create-sandbox'
export type { Sandbox, SandboxOptions } from './create-sandbox'
export type { ListeningSandbox, ListenOptions } from './listen-sandbox'
export { machineClock } from './clock'
export type { SandboxClock } from './clock'
export { allFaults } from './faults/fault'
export type { Fault } from './faults/fault'
export type { FaultControl, FaultRule, FaultScope } from './faults/fault-control'
export { defaultDialect, dialectSettings, readDialect, settingNames } from './dialect/dialect'
export type { Dialect, SettingName } from './dialect/dialect'
export type { Setting, SettingValue } from './dialect/setting'
export { replayRecording } from './replay/replay-recording'
export type { ListeningReplay, Replay, ReplayOptions } from './replay/replay-recording'
export type { RequestRecord } from './request-record'
export type { SimulatedSiagh } from './siagh/create-siagh'
export { siaghOperations } from './siagh/siagh-routes'
export type { SiaghOperation } from './siagh/siagh-routes'
export type { SiaghRow } from './siagh/siagh-row'
export type { StoredLine, StoredPreInvoice } from './siagh/pre-invoice-table'
export type { SimulatedCrm } from './crm/create-crm'
export { crmOperations } from './crm/crm-routes'
export type { CrmOperation } from './crm/crm-routes'
export type {
  CrmAddress,
  CrmDetail,
  CrmDocument,
  CrmIdentity,
  CrmInvoice,
  CrmKind,
  CrmOrganization,
  CrmPerson,
  CrmPhone,
  CrmQuote,
} from './crm/crm-objects'
export type { DocumentFields, InvoiceFields, OrganizationFields, PersonFields, QuoteFields } from './crm/fields'
export type { CrmEvent } from './crm/object-table'
export type { WebhookControl } from './webhooks/webhook-control'
export type { Delivery, WebhookSettings } from './webhooks/webhook-settings'
export type { WebhookType } from './webhooks/webhook-url'
export { sampleCompanies } from './samples/sample-companies'
export { sampleContacts } from './samples/sample-contacts'
export { sampleDocuments } from './samples/sample-documents'
export { sampleSite } from './samples/sample-site'
export { samplePeople } from './samples/sample-people'
export { sampleTwins } from './samples/sample-twins'
export type { SampleTwin } from './samples/sample-twins'
export { twinTies } from './samples/contact-ties'
export type { TwinTie } from './samples/contact-ties'
