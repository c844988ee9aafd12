const propertyOf = (cause: unknown, name: 'code' | 'severity'): unknown =>
  typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined

/** PostgreSQL's five letters for what went wrong; `''` where it was not PostgreSQL that answered. */
export function sqlStateOf(cause: unknown): string {
  const code = propertyOf(cause, 'code')
  return typeof code === 'string' && propertyOf(cause, 'severity') !== undefined ? code : ''
}

/**
 * Whether the statement was refused and the connection is as good as before. A server that takes no writes (25006) is a primary no
 * more: a new connection may lead to the one that is.
 */
export const isRefusal = (cause: unknown): boolean =>
  sqlStateOf(cause) !== '' && propertyOf(cause, 'severity') === 'ERROR' && sqlStateOf(cause) !== '25006'

/** Serialization failure, deadlock, or a unique row that a concurrent writer brought: nothing was written, and the next try sees more. */
export const isRace = (cause: unknown): boolean => ['40001', '40P01', '23505'].includes(sqlStateOf(cause))

/** The values cannot be kept: U+0000 in a text, a number out of range (22), more than an index row holds (54). */
export const isAboutValues = (cause: unknown): boolean => /^(22|54)/.test(sqlStateOf(cause))
