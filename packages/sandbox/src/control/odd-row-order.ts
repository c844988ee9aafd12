import * as z from 'zod'

const oddRow = z.strictObject({ row: z.unknown() })

/** Puts a row that is no contact into the list; `false` where it is not such an order. */
export const orderOddRow = (body: unknown, add: (row: unknown) => void): boolean => {
  const order = oddRow.safeParse(body)
  if (order.success) add(order.data.row)
  return order.success
}
