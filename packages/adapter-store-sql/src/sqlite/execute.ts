import type Database from 'libsql'
import type { Operation, Query } from '../operation'

/**
 * Returns a function that drives an operation to its end at once. Statements are prepared once per text and kept: their number is
 * that of the queries and their filters, a few dozen.
 */
export function createExecute(database: Pick<Database.Database, 'prepare'>): <T>(operation: Operation<T>) => T {
  const prepared = new Map<string, ReturnType<typeof database.prepare>>()

  const rowsOf = ({ sql, parameters, take }: Query): readonly unknown[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (take === 'all') return statement.all(parameters)
    const row = statement.get(parameters)
    return row === undefined ? [] : [row]
  }

  return (operation) => {
    let step = operation.next([])
    while (step.done !== true) step = operation.next(rowsOf(step.value))
    return step.value
  }
}
