import type Database from 'better-sqlite3'
import type { Operation, Query } from '../operation'
import { CLOCK } from './dialect'

/**
 * Returns a function that runs an operation to its end. A statement is prepared once for each text and kept. There
 * are only a few dozen texts. `now` is the store's clock.
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
