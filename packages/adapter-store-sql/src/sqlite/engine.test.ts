import { okAsync, ResultAsync } from 'neverthrow'
import { expect, it } from 'vitest'
import type { Operation } from '../operation'
import { unavailable } from '../ports/runner'
import { sqlStore } from '../sql-store'
import { sqliteEngine } from './engine'

/** Runs an operation on a database that answers no row to anything. */
async function runMute<T>(operation: () => Operation<T>): Promise<T> {
  const steps = operation()
  let step = steps.next([])
  while (step.done !== true) step = steps.next([])
  return step.value
}

it('invents no generation where the database tells none', async () => {
  const run = <T>(operation: () => Operation<T>) => ResultAsync.fromPromise(runMute(operation), unavailable)
  const runner = { read: run, write: run, writeWhole: run, writeUnsynced: run }
  const { inbox } = sqlStore(sqliteEngine(runner, () => okAsync(undefined)))
  const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const
  expect(await inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 })).toMatchObject({
    error: { kind: 'store_unavailable', message: 'store: SQLite returned no generation for a note' },
  })
})
