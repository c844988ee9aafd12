import type { Compilable } from 'kysely'

/** One statement. `take`: how many rows of the answer are needed. */
export interface Query {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly take: 'first' | 'all'
}

/**
 * The work of a port method, as a generator. It yields its statements and gets their rows. So the same code serves a
 * synchronous and an asynchronous driver, and an operation can do nothing except use its database.
 *
 * An operation runs in one transaction. It reads first and writes with its last statement, so an operation that fails
 * half-way has written nothing. An operation that writes with several statements is run by `Runner.writeWhole`.
 */
export type Operation<T> = Generator<Query, T, readonly unknown[]>

/** A statement with the type of its rows. */
export interface Statement<Row> {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly row?: Row
}

/** Yields a statement and returns its first row. */
export function* firstRow<Row>({ sql, parameters }: Statement<Row>): Operation<Row | undefined> {
  const rows = yield { sql, parameters, take: 'first' }
  return rows[0] as Row | undefined
}

/** Yields a statement and returns all its rows. */
export function* rowsOf<Row>({ sql, parameters }: Statement<Row>): Operation<readonly Row[]> {
  const rows = yield { sql, parameters, take: 'all' }
  return rows as readonly Row[]
}

/** Yields a query that is built again for every call, and returns all its rows. */
export function* allRows<Row>(query: Compilable<Row>): Operation<readonly Row[]> {
  return yield* rowsOf<Row>(query.compile())
}

/** Converts the result of an operation. If the conversion throws, because the row is wrong, the operation fails. */
export function* mapped<From, To>(operation: Operation<From>, toOther: (answer: From) => To): Operation<To> {
  return toOther(yield* operation)
}
