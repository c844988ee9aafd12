import { toValueJson, type JsonValue, type NamedValue, type Values } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { mapped } from '../operation'
import { toPage } from '../paging'
import type { ValueQueries } from '../queries/values'
import type { NamedValueTable } from '../schema'
import type { Runner } from './runner'

/** The port of the values over SQL. */
export function sqlValues(runner: Runner, queries: ValueQueries): Values {
  return {
    get: (company, name) =>
      runner.read(() => mapped(queries.get(company, name), (row) => (row === undefined ? null : toValue(row)))),
    set(company, name, value, expected) {
      const json = toValueJson(value)
      if (json === undefined) return okAsync({ status: 'too_large' })
      return runner
        .write(() => queries.set({ company, name, value_json: json, expected }))
        .map((row) => (row === undefined ? { status: 'conflict' } : { status: 'saved', version: row.version }))
    },
    list: (company, prefix, page) =>
      runner.read(() =>
        mapped(queries.list(company, prefix, page), (rows) => toPage(rows, page, toNamedValue, ({ name }) => [name])),
      ),
  }
}

const toValue = ({ value_json: json, version }: NamedValueTable) => ({ value: JSON.parse(json) as JsonValue, version })

const toNamedValue = (row: NamedValueTable): NamedValue => ({ name: row.name, ...toValue(row) })
