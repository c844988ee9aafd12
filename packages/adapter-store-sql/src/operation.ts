import type { Compilable } from 'kysely'

/** One statement. `take` says how much of its answer is wanted. */
export interface Query {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly take: 'first' | 'all'
}

/**
 * What a port method does, as a generator that yields its statements and is given their rows. So one text serves a driver that
 * answers at once and one that answers later, and an operation cannot do anything but talk to its database.
 *
 * Whoever drives it runs it in one transaction. It reads first and writes with its last statement, so that one which fails
 * half-way has written nothing. One that writes with several statements is run by `Runner.writeWhole`.
 */
export type Operation<T> = Generator<Query, T, readonly unknown[]>

/** A statement together with the type of its rows. */
export interface Statement<Row> {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly row?: Row
}

/** Yields a statement for its first row. */
export function* firstRow<Row>({ sql, parameters }: Statement<Row>): Operation<Row | undefined> {
  const rows = yield { sql, parameters, take: 'first' }
  return rows[0] as Row | undefined
}

/** Yields a query that is put together anew with every call, for all its rows. */
export function* allRows<Row>(query: Compilable<Row>): Operation<readonly Row[]> {
  const { sql, parameters } = query.compile()
  const rows = yield { sql, parameters, take: 'all' }
  return rows as readonly Row[]
}

/** Makes something else of what an operation answers. Where that throws, for the row holds nonsense, the operation fails. */
export function* mapped<From, To>(operation: Operation<From>, toOther: (answer: From) => To): Operation<To> {
  return toOther(yield* operation)
}
