export type * from './api-error'
