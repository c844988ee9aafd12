/**
 * Puts `row` into `rows`, of which the first `limit` in the order of `compare` are kept: what is shown does not depend on what ended
 * first.
 */
export function keepFirst<Row>(rows: Row[], row: Row, limit: number, compare: (one: Row, other: Row) => number): void {
  const last = rows[limit - 1]
  if (last !== undefined && compare(last, row) <= 0) return
  const place = rows.findIndex((each) => compare(row, each) < 0)
  rows.splice(place < 0 ? rows.length : place, 0, row)
  rows.splice(limit)
}
