import type { Proposal } from '@siagh-sync/probe'
import { resolveRules } from '@siagh-sync/sync-core'
import type { Config } from '@siagh-sync/service'

/** Whether the second configuration is the first one with the proposed rules, and nothing else. */
export function isOnlyChange(before: Config, after: Config, proposals: readonly Proposal[]): boolean {
  return (
    comparable({ ...before, rules: {} }) === comparable({ ...after, rules: {} }) &&
    comparable(without(before.rules, proposals)) === comparable(without(after.rules, proposals)) &&
    proposals.every((proposal) => isInForce(after, proposal))
  )
}

function isInForce({ rules }: Config, { path, value }: Proposal): boolean {
  const resolved = resolveRules(rules)
  // A codec is two functions. Whether they are those that were meant shows in what they do.
  if (value.is === 'prefixed')
    return resolved.customerNumber.encode(12_345) === `${value.prefix}${12_345 + value.offset}`
  const found = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), resolved)
  return JSON.stringify(found) === JSON.stringify(value.data)
}

function without(rules: object, proposals: readonly Proposal[]): object {
  const copy = cloned(rules)
  for (const { path } of proposals) remove(copy, path.split('.'))
  return copy
}

function remove(object: Record<string, unknown>, [name = '', ...rest]: readonly string[]): void {
  const below = object[name]
  if (rest.length === 0) Reflect.deleteProperty(object, name)
  else if (isObject(below)) remove(below, rest)
  // An empty section says as much as none.
  if (isObject(below) && Object.keys(below).length === 0) Reflect.deleteProperty(object, name)
}

function cloned(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]): [string, unknown] => [name, isPlain(value) ? cloned(value) : value]),
  )
}

/** A text that is the same for equal values. Two readings of one file have two functions for one, which are the same text. Keys are sorted. */
export function comparable(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each === 'function') return Function.prototype.toString.call(each)
    if (each instanceof RegExp) return each.source
    return isPlain(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isPlain(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype
}
