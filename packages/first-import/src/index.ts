export { importContacts } from './import-contacts'
export type * from './import-events'
