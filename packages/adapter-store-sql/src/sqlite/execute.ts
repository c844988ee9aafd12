import type Database from 'better-sqlite3'
import type { Operation, Query } from '../operation'
import { CLOCK } from './dialect'

/**
 * Returns a function that drives an operation to its end at once. Statements are prepared once per text and kept: their number is
 * that of the queries and their filters, a few dozen. `now` is the store's clock.
 */
export function createExecute(
  database: Pick<Database.Database, 'prepare'>,
  now: () => number,
): <T>(operation: Operation<T>) => T {
  const prepared = new Map<string, ReturnType<typeof database.prepare>>()

  const rowsOf = ({ sql, parameters, take }: Query): readonly unknown[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    const bound = parameters.map((parameter) => (parameter === CLOCK ? now() : parameter))
    if (take === 'all') return statement.all(bound)
    const row = statement.get(bound)
    return row === undefined ? [] : [row]
  }

  return (operation) => {
    let step = operation.next([])
    while (step.done !== true) step = operation.next(rowsOf(step.value))
    return step.value
  }
}
