import type { PlannedWrite } from './planned-write'

/**
 * Which writes wait for an operator. `none`: no write. `all`: every write. An object: the first writes of each kind,
 * until so many records were released and written. A function: every write for which it returns `true`.
 */
export type HoldRule =
  'none' | 'all' | { readonly contacts?: number; readonly preInvoices?: number } | ((write: PlannedWrite) => boolean)

/** `live`: writes. `shadow`: reads, matches and transforms, and writes nothing to Siagh or the CRM. */
export type Mode = 'live' | 'shadow'

/** The rule, if it is one. Throws with a sentence that says what to set. */
export function checkHoldRule(rule: unknown): HoldRule {
  if (isHoldRule(rule)) return rule
  throw new TypeError(
    "`hold` must be 'none', 'all', a function, or whole numbers as in { contacts: 10, preInvoices: 10 }",
  )
}

/** Whether the value can be a rule. */
export function isHoldRule(rule: unknown): rule is HoldRule {
  if (rule === 'none' || rule === 'all' || typeof rule === 'function') return true
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return false
  const entries: [string, unknown][] = Object.entries(rule)
  return entries.every(
    ([name, count]) =>
      (name === 'contacts' || name === 'preInvoices') &&
      (count === undefined || (Number.isSafeInteger(count) && Number(count) >= 0)),
  )
}
