import { z } from 'zod'

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

const fieldOf = (object: object, pascalCase: string): unknown => {
  const name = pascalCase.charAt(0).toLowerCase() + pascalCase.slice(1)
  return new Map<string, unknown>(Object.entries(object)).get(name)
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.toLowerCase()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Below 0, 0 or above 0. Numbers by value, all else as text: local date-times without an offset sort as text. */
const compare = (own: unknown, asked: unknown): number => {
  if (typeof own === 'number') return own - Number(asked)
  const [left, right] = [textOf(own), textOf(asked)]
  return left < right ? -1 : left > right ? 1 : 0
}

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

const descending = (order: number | string): boolean => order === 1 || /^desc/i.test(String(order))

/**
 * The page that a `find` asks for, or `undefined` where the body is not one. A `typeKey` narrows to that type code where an object
 * of this kind has it, and is ignored otherwise.
 */
export const find = <T extends { readonly crmObjectTypeCode: string }>(
  objects: readonly T[],
  body: unknown,
): { readonly data: readonly T[]; readonly total: number } | undefined => {
  const asked = findBody.safeParse(body)
  if (!asked.success) return undefined
  const { typeKey, queries, orders, pageNumber, pageSize } = asked.data
  const ofType = objects.filter((object) => object.crmObjectTypeCode === typeKey)
  const found = (ofType.length > 0 ? ofType : objects).filter((object) => matches(object, queries))
  for (const { field, order } of [...(orders ?? [])].reverse())
    found.sort((a, b) => compare(fieldOf(a, field), fieldOf(b, field)) * (descending(order) ? -1 : 1))
  return { data: found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize), total: found.length }
}
