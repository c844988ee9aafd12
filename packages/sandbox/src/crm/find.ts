import * as z from 'zod'
import type { Dialect } from '../dialect/dialect'
import { asLocal, asUtcRead } from '../persian/tehran-time'
import { compare, fieldOf, inOrder, textOf, type Order } from './in-order'
import { pageOf } from './search'

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
  pageNumber: z.number().int().min(0),
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

/** A page of found objects. `total` is missing where the installation leaves it out. */
export interface FoundPage<T> {
  readonly data: readonly T[]
  readonly total?: number | string
}

type Asked = z.infer<typeof findBody>

// The two names that the older SOAP interface has for fields of the answers.
const soapNames: ReadonlyMap<string, string> = new Map([
  ['CreateDate', 'CreatDate'],
  ['CustomerNo', 'CustomerNumber'],
])

const withSoapNames = (asked: Asked): Asked | undefined => {
  const isUnknown = ({ field }: { readonly field: string }) => [...soapNames.values()].includes(field)
  if (asked.queries.some(isUnknown) || asked.orders?.some(isUnknown)) return undefined
  const named = <F extends { readonly field: string }>(item: F): F => ({
    ...item,
    field: soapNames.get(item.field) ?? item.field,
  })
  return { ...asked, queries: asked.queries.map(named), orders: asked.orders?.map(named) }
}

/** The conditions as this installation understands them; `undefined`: as ones that no object meets. */
const conditionsOf = ({ queries }: Asked, { findFilter, findTimes }: Dialect): readonly Condition[] | undefined => {
  if (findFilter === 'ignored') return []
  if (findFilter === 'finds-nothing' && queries.length > 0) return undefined
  const read = findTimes === 'as-utc' ? asUtcRead : asLocal
  return queries.map((query) => ({
    ...query,
    value: typeof query.value === 'string' && query.field.endsWith('Date') ? read(query.value) : query.value,
  }))
}

const ordersOf = ({ orders }: Asked, { findOrder }: Dialect): readonly Order[] =>
  findOrder === 'ignored'
    ? []
    : (orders ?? []).map(({ field, order }) => ({
        field,
        descending: isDescending(order) !== (findOrder === 'reversed'),
      }))

const totalOf = (found: number, page: number, { findTotal }: Dialect): { readonly total?: number | string } => {
  switch (findTotal) {
    case 'of-all':
      return { total: found }
    case 'of-page':
      return { total: page }
    case 'text':
      return { total: String(found) }
    case 'missing':
      return {}
  }
}

const toTheSecond = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+$/, '$1') : value

/** The objects that meet the conditions where the CRM cuts the fractions off all times. */
const selectToTheSecond = <T extends object>(sorted: readonly T[], conditions: readonly Condition[]): readonly T[] => {
  const cut = conditions.map((condition) => ({ ...condition, value: toTheSecond(condition.value) }))
  return sorted.filter((object) =>
    matches(Object.fromEntries(Object.entries(object).map(([name, value]) => [name, toTheSecond(value)])), cut),
  )
}

const isBlind = ({ typeKey }: Asked, { find: ability, findTypeKey }: Dialect): boolean =>
  ability === 'blind' || (findTypeKey === 'empty-finds-nothing' && !typeKey)

/**
 * The page that a `find` asks for. `undefined`: the body is not one. A text: the name of what this installation does not take. A `typeKey` narrows
 * to that type code where an object of this kind has it, and is ignored otherwise. Quick as long as the same list is handed in again.
 */
export const find = <T extends { readonly crmObjectTypeCode: string }>(
  objects: readonly T[],
  body: unknown,
  dialect: Dialect,
): FoundPage<T> | string | undefined => {
  const parsed = findBody.safeParse(body)
  if (!parsed.success) return undefined
  const asked = dialect.findFields === 'as-in-soap' ? withSoapNames(parsed.data) : parsed.data
  if (asked === undefined) return 'There is no such field'
  if (asked.pageNumber < dialect.findFirstPage) return undefined
  if (dialect.findTypeKey === 'needed' && !asked.typeKey) return 'typeKey'
  const { typeKey, pageNumber, pageSize } = asked
  const conditions = isBlind(asked, dialect) ? undefined : conditionsOf(asked, dialect)
  const orders = ordersOf(asked, dialect)
  const isOfType = (object: T): boolean => object.crmObjectTypeCode === typeKey
  const selecting = dialect.findTimes === 'to-the-second' ? selectToTheSecond : select
  const selected = conditions ? selecting(inOrder(objects, orders), conditions, orders) : []
  const found = objects.some(isOfType) ? selected.filter(isOfType) : selected
  const page = { number: pageNumber - dialect.findFirstPage, size: pageSize }
  const data = pageOf(found, page, dialect.findPages)
  return { data, ...totalOf(found.length, data.length, dialect) }
}
