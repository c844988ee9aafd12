import { expect, it } from 'vitest'
import { postgresStore } from '../src/postgres'
import { askEverything } from './ask-everything'
import { freshSchema, sharedPool } from './fresh-schema'
import { recordingPool } from './recording-pool'
import { valueOf } from './value-of'

const hand = sharedPool()

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Plan[]
}

const stepsOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

/** 100,000 rows in each table, a few of them pending or failed, as they are after some months. */
async function fill(schema: string): Promise<void> {
  const rows = `from generate_series(1, 100000) as n`
  await hand.query(`
    insert into ${schema}.named_value (company, name, value_json, version) select 'acme', 'run/' || n, '{}', 1 ${rows};
    insert into ${schema}.mapping (company, kind, crm_id, target, state, code, record_id, record_id_lower, fingerprint, detail_json, version, updated_at)
      select 'acme', 'identity', 'p-' || n, 'contact', 'linked', 'c-' || n, 'R-' || n, 'r-' || n, '', '{}', 1, n ${rows};
    insert into ${schema}.inbox (company, kind, crm_id, generation, event, triggered_by, noted_at, latest_at, state, attempts, due_at)
      select 'acme', 'identity', 'q-' || n, 1, 'update', 'webhook', n, n,
        case when n % 1000 = 0 then 'pending' when n % 1000 = 1 then 'failed' else 'settled' end, 0, n ${rows};
    insert into ${schema}.journal (company, kind, crm_id, at, triggered_by, attempt, outcome, duration_ms, calls_json, warnings_json)
      select 'acme', 'identity', 'p-' || n % 20000, n, 'webhook', 1, 'updated', 1, '[]', '[]' ${rows};
    insert into ${schema}.lease (company, kind, crm_id, token, expires_at)
      select 'acme', 'identity', 'q-' || n, 't', n ${rows};
    insert into ${schema}.held_change (company, kind, crm_id, state, write, fingerprint, fields_json, waits_for, at)
      select 'acme', case when n % 2 = 0 then 'identity' else 'invoice' end, 'p-' || n,
        case when n % 1000 = 0 then 'held' when n % 1000 = 1 then 'written' else 'shadow' end, 'make_contact', '', '[]',
        case when n % 2 = 1 then 'p-' || n - 1 end, n ${rows}`)
  const tables = ['mapping', 'inbox', 'journal', 'lease', 'held_change', 'named_value'].map(
    (table) => `${schema}.${table}`,
  )
  // The rows are all visible, as after the vacuum of a database that has run for some months.
  await hand.query(`vacuum analyze ${tables.join(', ')}`)
}

it('answers every question from an index, with 100,000 rows in each table', { timeout: 60_000 }, async () => {
  const schema = freshSchema(hand)
  const { pool, statements } = recordingPool(hand)
  const store = await postgresStore({ pool, schema })
  await fill(schema)
  statements.length = 0
  await askEverything(store)
  await valueOf(store.close())

  const byText = new Map(statements.map((statement) => [statement.text, statement.values ?? []]))
  expect(byText.size).toBeGreaterThan(40)
  const walks: string[] = []
  for (const [text, values] of byText) {
    // A row for each company, or for each restore, which every run asks for: read whole.
    if (/^select .*"(origin|gap)"/.test(text)) continue
    // Counts every row of a company, so the whole table is read where there is one company.
    if (/^select "state", "kind", count\(\*\) .*"held_change"/.test(text)) continue
    const { rows } = await hand.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values)
    const steps = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => stepsOf(Plan)))
    // A sort of more than a few rows means that no index has the order that was asked for.
    const walk = steps.find(
      (step) =>
        (step['Node Type'] === 'Seq Scan' && step['Relation Name'] !== 'gap') ||
        (step['Node Type'] === 'Sort' && step['Plan Rows'] > 100),
    )
    if (walk !== undefined) walks.push(`${walk['Node Type']} ${walk['Relation Name'] ?? ''}: ${text}`)
  }
  expect(walks).toEqual([])
})
