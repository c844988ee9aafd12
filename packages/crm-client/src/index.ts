export type * from './types'
export { createCrmClient } from './create-crm-client'
export type { CrmClientOptions } from './options'
export type { ApiError, Reason, System, TransportEvent } from '@siagh-sync/http-client'
