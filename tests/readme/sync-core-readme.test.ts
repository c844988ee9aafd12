import { describe, expect, it } from 'vitest'
import { resolveRules, SITE_RULES, type OutcomeKind, type SyncErrorKind, type Warning } from '@siagh-sync/sync-core'
import { textOf } from './readmes'

const readme = textOf('packages/sync-core/README.md')

/** First and second cell of every row that begins with a name in code. */
const rows = new Map(
  [...readme.matchAll(/^\| `([\w.-]+)` *\| ([^|]*?) *\|/gm)].map(([, name = '', next = '']) => [name, next]),
)

/** Every rule by its path, `contact.maxLengths.fullname`, with its default. */
function flat(value: object, path = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const isSection = path + name !== 'customerNumber' && isFilledObject(part)
    return isSection ? flat(part, `${path}${name}.`) : [[path + name, part] as [string, unknown]]
  })
}

function isFilledObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && Object.keys(part).length > 0
}

/** A default as the table writes it. A function is described in words. */
function written(value: unknown): string {
  if (typeof value === 'number') return `\`${value.toLocaleString('en').replaceAll(',', '_')}\``
  return `\`${JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ')}\``
}

describe('the table of rules', () => {
  const rules = flat(resolveRules())

  it.each(rules)('has %s with its default', (path, value) => {
    const inWords = path === 'customerNumber' || path === 'contact.owned' || typeof value === 'function'
    expect(rows.get(path)).toEqual(inWords ? expect.stringMatching(/\S/) : written(value))
  })

  it('names no rule that does not exist', () => {
    const ofSite = SITE_RULES.map((name) => `preInvoice.${name}`)
    const known = [...rules.map(([path]) => path), ...ofSite, 'toContact', 'toPreInvoice', 'toIdentity']
    const section = readme.slice(readme.indexOf('## Rules'), readme.indexOf('## Outcomes'))
    const named = [...section.matchAll(/^\| `([\w.]+)`/gm)].map(([, path]) => path)
    expect(named.sort()).toEqual(known.sort())
  })
})

// The compiler holds these lists to the types.
const outcomes: Record<OutcomeKind, true> = {
  created: true,
  updated: true,
  linked: true,
  unchanged: true,
  gone: true,
  skipped: true,
  'changed-after-posting': true,
  shadowed: true,
  released: true,
  refused: true,
  retried: true,
}
const errors: Record<SyncErrorKind, true> = {
  unauthorized: true,
  rejected: true,
  not_found: true,
  unavailable: true,
  rate_limited: true,
  malformed: true,
  outcome_unknown: true,
  defect: true,
  store_unavailable: true,
  foreign_store: true,
  invalid_change: true,
  invalid_data: true,
  ambiguous_match: true,
  contact_replaced: true,
  no_account_party: true,
  contact_unreadable: true,
  in_doubt: true,
  held: true,
  busy: true,
}
const warnings: Record<Warning, true> = {
  national_code_checksum: true,
  code_lost_digits: true,
  phone_not_understood: true,
  phone_left_out: true,
  contact_deactivated: true,
  record_id_not_written_back: true,
  toll_in_remarks: true,
  additional_costs_in_remarks: true,
  remarks_shortened: true,
}

describe('the README', () => {
  it.each(Object.keys({ ...outcomes, ...errors, ...warnings }))('explains %s', (name) => {
    expect(rows.get(name)).toMatch(/\S/)
  })
})
