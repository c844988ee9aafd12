import * as z from 'zod'
import { allSessionEnds, type SessionEnd } from '../session-end'

const sessionEnd = z.strictObject({ answer: z.literal(allSessionEnds).optional() }).optional()
const oddRow = z.strictObject({ row: z.unknown() })

/** Ends all sessions, and says how calls with them are answered where the order names a form; `false` where it is not one. */
export const orderSessionEnd = (body: unknown, expire: () => void, answerWith: (form: SessionEnd) => void): boolean => {
  const order = sessionEnd.safeParse(body)
  if (!order.success) return false
  if (order.data?.answer !== undefined) answerWith(order.data.answer)
  expire()
  return true
}

/** Puts a row that is no contact into the list; `false` where it is not such an order. */
export const orderOddRow = (body: unknown, add: (row: unknown) => void): boolean => {
  const order = oddRow.safeParse(body)
  if (order.success) add(order.data.row)
  return order.success
}
