import type Database from 'better-sqlite3'
import { okAsync, ResultAsync, type Result } from 'neverthrow'
import { expect, it } from 'vitest'
import type { Operation } from '../src/operation'
import { sqlStore } from '../src/sql-store'
import { sqliteEngine } from '../src/sqlite/engine'
import { createExecute } from '../src/sqlite/execute'
import { openDatabase } from '../src/sqlite/open-database'
import { askEverything } from './ask-everything'
import { freshFile } from './fresh-file'

/** The plan of every statement that `askEverything` runs. */
async function collectPlans(database: Database.Database): Promise<ReadonlyMap<string, string>> {
  const asked = new Set<string>()
  const recorded = {
    prepare(sql: string) {
      asked.add(sql)
      return database.prepare(sql)
    },
  }
  const execute = createExecute(recorded as typeof database, () => 1)
  const run = <T>(operation: () => Operation<T>) => {
    const done: Promise<Result<T, never>> = Promise.resolve().then(() => okAsync(execute(operation())))
    return new ResultAsync<T, never>(done)
  }
  const runner = { read: run, write: run, writeWhole: run, writeUnsynced: run }
  await askEverything(sqlStore(sqliteEngine(runner, () => okAsync(undefined))))
  const planOf = (sql: string) => {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Array(sql.split('?').length - 1).fill(1))
    return steps.map((step) => (step as { detail: string }).detail).join('; ')
  }
  return new Map([...asked].map((sql) => [sql, planOf(sql)]))
}

it('answers every question from an index, in the order of that index', async () => {
  const file = freshFile()
  const database = await openDatabase(file, 1_000)
  // Of origins there is one for each company, of gaps one for each restore: they are read whole.
  const plans = [...(await collectPlans(database))].filter(([sql]) => !/^select .*"(origin|gap)"/.test(sql))
  database.close()
  expect(plans.length).toBeGreaterThan(40)
  // Sorting the last terms alone means sorting the few that share one instant. A chart groups the runs of six hours at a
  // time, which it reads from an index.
  expect(
    plans.filter(([, plan]) => /\bSCAN (?!CONSTANT ROW)|TEMP B-TREE FOR (?!RIGHT PART|LAST|GROUP BY)/.test(plan)),
  ).toEqual([])
  const counting = plans.filter(([sql]) => sql.includes('count('))
  expect(counting.map(([, plan]) => plan).sort()).toEqual([
    expect.stringContaining('USING COVERING INDEX held_change_state'),
    expect.stringContaining('USING COVERING INDEX inbox_due'),
    expect.stringContaining('USING COVERING INDEX inbox_failed_reasons'),
    expect.stringContaining('USING COVERING INDEX journal_time'),
  ])
  const failing = plans.filter(([sql]) => sql.includes(`"state" = 'failed' and`))
  expect(failing).toHaveLength(8)
  for (const [sql, plan] of failing)
    expect(plan).toMatch(
      sql.includes('error_code') ? /USING INDEX inbox_failed_(code|reasons) / : /USING INDEX inbox_failed /,
    )
})
