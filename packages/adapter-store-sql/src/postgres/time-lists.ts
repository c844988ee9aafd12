import { sql } from 'kysely'
import { KEPT_TIMES, type TimeLists } from '../dialect'

const kept = sql.lit(KEPT_TIMES)

/** Lists of times as arrays. */
export const postgresTimes: TimeLists = {
  append: (list, at, more) => {
    const all = sql`(coalesce(${list}, '{}') || ${at} || coalesce(${more}, '{}'))`
    return sql<string>`${all}[greatest(1, cardinality(${all}) - ${kept} + 1):]`
  },
  fromEnd: (list, place) => sql<number | null>`${list}[cardinality(${list}) + 1 - (${place})]`,
  firstKept: (list) => sql<number | null>`case when cardinality(${list}) >= ${kept} then ${list}[1] end`,
}
