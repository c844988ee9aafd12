export type { ApiError, Reason, System, TransportEvent, TransportOptions } from '@siagh-sync/http-client'
export { createSiaghClient } from './create-siagh-client'
export type { SiaghClientOptions, SiaghSecret } from './options'
export type * from './types'
