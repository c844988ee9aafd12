import { refusal, storeSaying } from '../messages/refusal'

/**
 * Checks the name of a schema. Throws one sentence on one that PostgreSQL would refuse or cut short: an identifier has at most 63 bytes,
 * and names that begin with `pg_` are its own. Any other name is quoted wherever it is used.
 */
export function checkSchemaName(schema: string): void {
  const isName = typeof schema === 'string' && schema !== '' && Buffer.byteLength(schema) <= 63
  if (!isName || schema.includes('\0') || /^pg_/i.test(schema)) {
    throw refusal(storeSaying('schema_name_wrong'))
  }
}
