import { sql } from 'kysely'
import { KEPT_TIMES, type TimeLists } from '../dialect'

const kept = sql.lit(KEPT_TIMES)

/**
 * Lists of times as JSON: https://sqlite.org/json1.html. Notes are written one by one, so at most one time is
 * appended.
 */
export const sqliteTimes: TimeLists = {
  append: (list, at) =>
    sql<string>`json_insert(case when json_array_length(${list}) >= ${kept} then json_remove(${list}, '$[0]') else coalesce(${list}, '[]') end, '$[#]', ${at})`,
  fromEnd: (list, place) => sql<number | null>`json_extract(${list}, '$[#-' || cast(${place} as integer) || ']')`,
  firstKept: (list) =>
    sql<number | null>`case when json_array_length(${list}) >= ${kept} then json_extract(${list}, '$[0]') end`,
}
