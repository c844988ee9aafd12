import type { Migration } from './migration'

/** Finds documents by the number of their pre-invoice. */
export const documentNumbers: Migration = ({ schema }) => [
  schema
    .createIndex('mapping_number')
    .on('mapping')
    .columns(['company', 'number', 'kind', 'crm_id'])
    .where('number', 'is not', null)
    .compile(),
]
