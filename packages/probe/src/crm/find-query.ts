import type { CrmClient, FindCondition } from '@siagh-sync/crm-client'
import type { FindOfKind } from './find-kinds'

/** The one call that is needed to look at `find`. */
export type FindReads = Pick<CrmClient, 'find'>

/** A field by which `find` can order. */
export type OrderField = 'CreatDate' | 'ModifyDate'

/** A question to `find`. The first page and 50 records, if nothing else is said. */
export interface ProbedQuery {
  readonly pageNumber?: number
  readonly pageSize?: number
  readonly orderBy?: readonly [OrderField, 'ascending' | 'descending']
  readonly condition?: FindCondition
}

const SOME = 50

/** A page under the first type key that shows something. */
export function askFind(crm: FindReads, { kind, typeKeys: [typeKey = ''], firstPage }: FindOfKind, query: ProbedQuery) {
  const { pageNumber = firstPage, pageSize = SOME, orderBy, condition } = query
  return crm.find(kind, {
    typeKey,
    conditions: condition ? [condition] : [],
    ...(orderBy && { orderBy: [{ field: orderBy[0], direction: orderBy[1] }] }),
    pageNumber,
    pageSize,
  })
}
