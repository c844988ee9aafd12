import { refusal, storeSaying } from '../messages/refusal'

/**
 * Checks the name of a schema. Throws one sentence if PostgreSQL would refuse or cut it: an identifier has at most 63
 * bytes, and names that begin with `pg_` are reserved. All other names are possible, because they are always quoted.
 */
export function checkSchemaName(schema: string): void {
  const isName = typeof schema === 'string' && schema !== '' && Buffer.byteLength(schema) <= 63
  if (!isName || schema.includes('\0') || /^pg_/i.test(schema)) {
    throw refusal(storeSaying('schema_name_wrong'))
  }
}
