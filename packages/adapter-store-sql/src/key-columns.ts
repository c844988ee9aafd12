import type { RecordKey } from '@siagh-sync/sync-core'
import type { KeyColumns } from './schema'

/** The columns that name a record. */
export const toColumns = ({ company, kind, id }: RecordKey): KeyColumns => ({ company, kind, crm_id: id })

/** The record of a row. */
export const toKey = ({ company, kind, crm_id }: KeyColumns): RecordKey => ({ company, kind, id: crm_id })
