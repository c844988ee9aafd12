import { FAILED, IN_DOUBT, JOURNAL_STEP_MS, LINES_A_RECORD, SETTLED_STEP_MS, type Amounts } from './amounts'

/**
 * The SQL that fills the tables of a store with the history of a company up to the time `now`. SQLite and PostgreSQL
 * both run it. The ids are random, as in the CRM. In the journal, one line in 25 belongs to an invoice, and one in 50
 * holds an error.
 */
export function fillStatements(
  { mappings, journal, settled }: Amounts,
  now: number,
  company: string,
): readonly string[] {
  return [
    `${numbers(mappings)} INSERT INTO mapping (company, kind, crm_id, target, state, code, record_id, record_id_lower, number, fingerprint, detail_json, version, updated_at)
     SELECT '${company}', ${kind}, ${id('i')},
       CASE WHEN i % 25 = 0 THEN 'pre-invoice' ELSE 'contact' END,
       CASE WHEN i <= ${IN_DOUBT * 25} AND i % 25 = 0 THEN 'in_doubt' ELSE 'linked' END,
       '' || (10000000 + i), ${id('(i + 1)')}, ${id('(i + 1)')}, NULL,
       'c0ffee00c0ffee00c0ffee00c0ffee00' || i, '{}', 1, ${now} - i FROM n`,
    `${numbers(journal)} INSERT INTO journal (company, kind, crm_id, at, triggered_by, attempt, outcome, error_kind, siagh_json, duration_ms, calls_json, warnings_json)
     SELECT '${company}', ${kind}, ${id(`(i % ${journal / LINES_A_RECORD})`)}, ${now} - (${journal} - i) * ${JOURNAL_STEP_MS}, 'webhook', 1,
       CASE WHEN i % 50 = 49 THEN NULL WHEN i % 50 = 0 OR i % 10 = 1 THEN 'created' WHEN i % 10 < 6 THEN 'updated' ELSE 'unchanged' END,
       CASE WHEN i % 50 = 49 THEN 'rejected' END,
       '{"code":"' || i || '"}', 50, '["crm.getPerson","siagh.updateContact"]', '[]' FROM n`,
    `${numbers(settled)} INSERT INTO inbox (company, kind, crm_id, generation, event, type, triggered_by, noted_at, latest_at, state, attempts, due_at)
     SELECT '${company}', ${kind}, ${id('i')}, 3, 'update', 'person', 'webhook',
       ${settledAt(settled, now)}, ${settledAt(settled, now)}, 'settled', 0, ${settledAt(settled, now)} + 1000 FROM n`,
    `${numbers(FAILED)} INSERT INTO inbox (company, kind, crm_id, generation, event, type, triggered_by, noted_at, latest_at, state, attempts, due_at, error_kind, error_message, error_details_json, error_code)
     SELECT '${company}', ${kind}, ${id(`(i + ${settled})`)}, 1, 'update', 'person', 'webhook', ${now} - i, ${now} - i, 'failed', 1, ${now} - i,
       'rejected', 'Siagh said no', '["mobileno: is taken"]', 'rejected' FROM n`,
  ]
}

/** The record that a line of the journal is about, by the line's number, in a journal of that length. */
export const lineId = (line: number, journal: number) => idOf(line % (journal / LINES_A_RECORD))

const numbers = (upTo: number) =>
  `WITH RECURSIVE n(i) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < ${upTo})`

const kind = `CASE WHEN i % 25 = 0 THEN 'invoice' ELSE 'identity' END`

// A prime above every number that occurs: consecutive numbers come out far apart, and no two the same.
const PRIME = 1_000_003
const FACTOR = 611_953
const TAIL = '-0000-4000-8000-000000000000'

const id = (number: string) => `(10000000 + (${number} * ${FACTOR}) % ${PRIME}) || '${TAIL}'`
const idOf = (number: number) => `${10_000_000 + ((number * FACTOR) % PRIME)}${TAIL}`
const settledAt = (settled: number, now: number) => `${now} - (${settled} - i) * ${SETTLED_STEP_MS} - 2000`
