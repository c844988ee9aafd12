export type * from './types'
export type { ApiError, Reason, System } from '@siagh-sync/http-client'
