import type { components } from '../generated/payamgostar'
import type { FindCondition, FindOperator, FindQuery } from '../client-types'
import { formatTehranTime } from './tehran-time'

type Wire = components['schemas']

/** Source: the vendor's own client. */
const operators = {
  equals: 0,
  greater: 1,
  greaterOrEqual: 2,
  in: 3,
  less: 4,
  lessOrEqual: 5,
  notEqual: 6,
  notIn: 7,
  startsWith: 11,
  contains: 12,
  endsWith: 13,
} as const satisfies Record<FindOperator, Wire['FindCondition']['operator']>

/** The body of a find. */
export function findToWire({ typeKey, conditions, orderBy, pageNumber, pageSize }: FindQuery): Wire['Find'] {
  const orders = orderBy?.map(({ field, direction }) => ({ field, order: orderOf(direction) }))
  return { typeKey, queries: conditions.map(conditionToWire), ...(orders && { orders }), pageNumber, pageSize }
}

function conditionToWire({ field, operator, value, join = 'and', negate }: FindCondition): Wire['FindCondition'] {
  return {
    logicalOperator: join === 'and' ? 0 : 1,
    operator: operators[operator],
    field,
    value: valueToWire(value),
    ...(negate !== undefined && { leafNegate: negate }),
  }
}

function orderOf(direction: 'ascending' | 'descending'): Wire['FindOrder']['order'] {
  return direction === 'ascending' ? 0 : 1
}

/**
 * Always text, whatever the type of the field, because the vendor's own client sends nothing else. A list is a list
 * of texts.
 */
function valueToWire(value: FindCondition['value']): Wire['FindCondition']['value'] {
  if (value instanceof Date) return formatTehranTime(value)
  return typeof value === 'object' ? value.map(String) : String(value)
}
