export { reconcile } from './reconcile'
export type * from './reconcile-events'
