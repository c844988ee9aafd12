const propertyOf = (cause: unknown, name: 'code' | 'severity'): unknown =>
  typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined

/** PostgreSQL's five letters for what went wrong; `''` where it was not PostgreSQL that answered. */
export function sqlStateOf(cause: unknown): string {
  const code = propertyOf(cause, 'code')
  return typeof code === 'string' && propertyOf(cause, 'severity') !== undefined ? code : ''
}

/**
 * The connection is broken (08), was refused (28, 3D, 53300), stands in a failed or ended transaction (25P), is being ended (57P), or its
 * server is out of order (58, XX). A server that takes no writes (25006) is a primary no more: a new connection may lead to the one that is.
 */
const ENDS_CONNECTION = /^(08|28|3D|53300|25P|25006|57P|58|XX)/

/**
 * Whether the statement was refused and the connection is as good as before. The severity does not tell: PostgreSQL writes it in the
 * language of its `lc_messages`.
 */
export const isRefusal = (cause: unknown): boolean =>
  sqlStateOf(cause) !== '' && !ENDS_CONNECTION.test(sqlStateOf(cause))

/** Serialization failure, deadlock, or a unique row that a concurrent writer brought: nothing was written, and the next try sees more. */
export const isRace = (cause: unknown): boolean => ['40001', '40P01', '23505'].includes(sqlStateOf(cause))

/**
 * A row cannot be kept: U+0000 in a text, a number out of range (22), more than an index row holds (54), or two ids that are the same
 * once PostgreSQL has them (21000).
 */
export const isAboutRow = (cause: unknown): boolean => /^(21000|22|54)/.test(sqlStateOf(cause))
