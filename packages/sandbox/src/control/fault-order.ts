import * as z from 'zod'
import { allFaults } from '../faults/fault'
import type { FaultControl } from '../faults/fault-control'

const fault = z.enum(allFaults)

/** One order to the fault switches, told apart by the key that it has. */
const orderFor = <Operation extends string>(operations: readonly [Operation, ...Operation[]]) => {
  const operation = z.enum(operations)
  const scope = operation.optional()
  return z.union([
    z.strictObject({ next: z.union([operation, z.literal('any')]), fault, times: z.number().int().min(1).default(1) }),
    z.strictObject({ set: fault, operation: scope }),
    z.strictObject({ rate: z.number().min(0).max(1), fault, operation: scope }),
    z.strictObject({ retryAfter: z.string() }),
    z.strictObject({ latency: z.number().min(0), operation: scope }),
  ])
}

/** Carries out an order to the fault switches; `false` where it is not one. */
export const orderFault = <Operation extends string>(
  body: unknown,
  faults: FaultControl<Operation>,
  operations: readonly [Operation, ...Operation[]],
): boolean => {
  const parsed = orderFor(operations).safeParse(body)
  if (!parsed.success) return false
  const order = parsed.data
  if ('next' in order) {
    faults.next(order.next, order.fault, { times: order.times })
    return true
  }
  if ('retryAfter' in order) {
    faults.retryAfter(order.retryAfter)
    return true
  }
  const scope = order.operation === undefined ? {} : { operation: order.operation }
  if ('set' in order) faults.set(order.set, scope)
  else if ('rate' in order) faults.rate(order.fault, order.rate, scope)
  else faults.latency(order.latency, scope)
  return true
}
