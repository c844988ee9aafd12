const propertyOf = (cause: unknown, name: 'code' | 'severity'): unknown =>
  typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined

/** The five characters of PostgreSQL's error code. `''`: the error does not come from PostgreSQL. */
export function sqlStateOf(cause: unknown): string {
  const code = propertyOf(cause, 'code')
  return typeof code === 'string' && propertyOf(cause, 'severity') !== undefined ? code : ''
}

/**
 * The connection is broken (08), was refused (28, 3D, 53300), is in a failed or ended transaction (25P) or is being
 * ended (57P), or the server has a fault (58, XX). A server that takes no writes (25006) is not the primary any more.
 * A new connection may lead to the primary.
 */
const ENDS_CONNECTION = /^(08|28|3D|53300|25P|25006|57P|58|XX)/

/**
 * Whether the statement was refused and the connection can still be used. The severity cannot be used for this,
 * because PostgreSQL writes it in the language of `lc_messages`.
 */
export const isRefusal = (cause: unknown): boolean =>
  sqlStateOf(cause) !== '' && !ENDS_CONNECTION.test(sqlStateOf(cause))

/**
 * Serialization failure, deadlock, or a unique row of another writer. Nothing was written, and the next attempt sees
 * more.
 */
export const isRace = (cause: unknown): boolean => ['40001', '40P01', '23505'].includes(sqlStateOf(cause))

/**
 * A row cannot be stored: U+0000 in a text, a number out of range (22), too large for an index row (54), or two ids
 * that become equal in PostgreSQL (21000).
 */
export const isAboutRow = (cause: unknown): boolean => /^(21000|22|54)/.test(sqlStateOf(cause))
