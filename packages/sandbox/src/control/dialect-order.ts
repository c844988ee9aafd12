import * as z from 'zod'
import { dialectSettings, type Speech } from '../dialect/dialect'

const choices = z.strictObject(
  Object.fromEntries(
    Object.entries(dialectSettings).map(([name, { values }]) => [name, z.literal(values as readonly string[])]),
  ),
)

/** Changes the settings that the body names; `false` where it names others, or values that they do not have. */
export const orderDialect = (body: unknown, speech: Speech): boolean => {
  const order = choices.partial().safeParse(body)
  if (order.success) speech.change(order.data)
  return order.success
}
