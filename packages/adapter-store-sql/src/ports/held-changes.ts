import type { HeldChange, HeldChanges } from '@siagh-sync/sync-core'
import { toColumns, toKey } from '../key-columns'
import { mapped } from '../operation'
import { toPage } from '../paging'
import type { HeldChangeQueries } from '../queries/held-changes'
import type { HeldChangeTable } from '../schema'
import type { Runner } from './runner'

/** The port of held changes over SQL. */
export function sqlHeldChanges(runner: Runner, queries: HeldChangeQueries): HeldChanges {
  return {
    read: (key) => runner.read(() => mapped(queries.read(toColumns(key)), (row) => (row ? toHeldChange(row) : null))),
    list: (company, filter, page) =>
      runner.read(() =>
        mapped(queries.list(company, filter, page), (rows) =>
          toPage(rows, page, toHeldChange, (row) => [row.kind, row.crm_id]),
        ),
      ),
    counts: (company) => runner.read(() => queries.counts(company)),
  }
}

/** The row of a held change. */
export function toHeldRow({ key, state, write, fingerprint, fields, waitsFor, at }: HeldChange): HeldChangeTable {
  const columns = { ...toColumns(key), state, write, fingerprint, fields_json: JSON.stringify(fields) }
  return { ...columns, waits_for: waitsFor ?? null, at: Math.round(at) }
}

/** The held change of a row. */
export function toHeldChange(row: HeldChangeTable): HeldChange {
  const { state, write, fingerprint, waits_for: waitsFor, at } = row
  const fields = JSON.parse(row.fields_json) as readonly string[]
  return { key: toKey(row), state, write, fingerprint, fields, ...(waitsFor !== null && { waitsFor }), at }
}
