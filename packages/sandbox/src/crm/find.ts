import * as z from 'zod'
import { compare, fieldOf, inOrder, textOf, type Order } from './in-order'

const condition = z.object({
  logicalOperator: z.number().default(0),
  operator: z.number(),
  field: z.string(),
  value: z.unknown(),
  leafNegate: z.boolean().nullish(),
})
const findBody = z.object({
  typeKey: z.string().nullish(),
  queries: z.array(condition).default([]),
  orders: z.array(z.object({ field: z.string(), order: z.union([z.number(), z.string()]).default(0) })).nullish(),
  pageNumber: z.number().int().min(1),
  pageSize: z.number().int().min(1),
})

type Condition = z.infer<typeof condition>

const isOneOf = (own: unknown, asked: unknown): boolean => {
  const list: readonly unknown[] = Array.isArray(asked) ? asked : textOf(asked).split(',')
  return list.some((item) => compare(own, item) === 0)
}

/** The operators of the vendor's table; `undefined` for a number that it does not hold. */
const operators: Readonly<Record<number, (own: unknown, asked: unknown) => boolean>> = {
  0: (own, asked) => compare(own, asked) === 0,
  1: (own, asked) => compare(own, asked) > 0,
  2: (own, asked) => compare(own, asked) >= 0,
  3: isOneOf,
  4: (own, asked) => compare(own, asked) < 0,
  5: (own, asked) => compare(own, asked) <= 0,
  6: (own, asked) => compare(own, asked) !== 0,
  7: (own, asked) => !isOneOf(own, asked),
  11: (own, asked) => textOf(own).startsWith(textOf(asked)),
  12: (own, asked) => textOf(own).includes(textOf(asked)),
  13: (own, asked) => textOf(own).endsWith(textOf(asked)),
}

const holds = (object: object, { operator, field, value, leafNegate }: Condition): boolean => {
  const answer = operators[operator]?.(fieldOf(object, field), value) ?? false
  return leafNegate === true ? !answer : answer
}

/** Conditions join from left to right, without precedence: how the real CRM groups them is not known. */
const matches = (object: object, conditions: readonly Condition[]): boolean =>
  conditions.reduce(
    (soFar, next, index) =>
      index === 0
        ? holds(object, next)
        : next.logicalOperator === 1
          ? soFar || holds(object, next)
          : soFar && holds(object, next),
    true,
  )

const isDescending = (order: number | string): boolean => order === 1 || /^desc/i.test(String(order))

/** The first place from which on `holds` says yes to all. */
const firstWhere = <T>(sorted: readonly T[], holds: (object: T) => boolean): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const object = sorted[middle]
    if (object !== undefined && holds(object)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where a lone "later than" asks of the field that the objects are in order of, its answer is all from one place on. */
const select = <T extends object>(
  sorted: readonly T[],
  conditions: readonly Condition[],
  [order]: readonly Order[],
): readonly T[] => {
  const [condition, ...others] = conditions
  if (condition === undefined) return sorted
  const isFrom = (condition.operator === 1 || condition.operator === 2) && condition.leafNegate !== true
  if (others.length === 0 && isFrom && order?.field === condition.field && !order.descending)
    return sorted.slice(firstWhere(sorted, (object) => holds(object, condition)))
  return sorted.filter((object) => matches(object, conditions))
}

/**
 * The page that a `find` asks for, or `undefined` where the body is not one. A `typeKey` narrows to that type code where an object
 * of this kind has it, and is ignored otherwise. Quick as long as the same list is handed in again.
 */
export const find = <T extends { readonly crmObjectTypeCode: string }>(
  objects: readonly T[],
  body: unknown,
): { readonly data: readonly T[]; readonly total: number } | undefined => {
  const asked = findBody.safeParse(body)
  if (!asked.success) return undefined
  const { typeKey, queries, pageNumber, pageSize } = asked.data
  const orders = (asked.data.orders ?? []).map(({ field, order }) => ({ field, descending: isDescending(order) }))
  const isOfType = (object: T): boolean => object.crmObjectTypeCode === typeKey
  const selected = select(inOrder(objects, orders), queries, orders)
  const found = objects.some(isOfType) ? selected.filter(isOfType) : selected
  return { data: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize), total: found.length }
}
